import { LinkButton } from './button.tsx';
import { Icon } from './icons.tsx';
import type { Content } from './markup.ts';
import { type Openness, OpenSign } from './status.tsx';

interface PersonBarProps {
  readonly title: string;
  readonly text: Content;
  readonly href: string;
  readonly action: string;
  readonly state?: Openness | undefined;
}

/** A person, always one step away. */
export const PersonBar = ({ title, text, href, action, state }: PersonBarProps) => (
  <section class="person" aria-labelledby="person-title">
    <Icon name="people" />
    <div class="person-text">
      <h2 id="person-title">{title}</h2>
      <p>
        {state ? (
          <>
            <OpenSign {...state} />
            {' · '}
          </>
        ) : null}
        {text}
      </p>
    </div>
    <LinkButton href={href}>{action}</LinkButton>
  </section>
);
