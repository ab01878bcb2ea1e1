import { Icon, type IconName } from './icons.tsx';
import type { Link } from './markup.ts';

/** One of the three reasons people come, with its first steps. */
export interface Door {
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly links: readonly Link[];
}

/** The three reasons people come: fix, charge, leave or money back. */
export const Doors = ({ doors, label }: { readonly doors: readonly Door[]; readonly label: string }) => (
  <section class="grid doors" aria-label={label}>
    {doors.map((door) => (
      <div class="door">
        <div class="door-head">
          <Icon name={door.icon} />
          <h2>{door.title}</h2>
          <p>{door.text}</p>
        </div>
        <ul>
          {door.links.map((link) => (
            <li>
              <a href={link.href}>
                {link.label}
                <Icon name="arrow" size="small" />
              </a>
            </li>
          ))}
        </ul>
      </div>
    ))}
  </section>
);
