import type { Content } from './markup.ts';

interface AuthorCardProps {
  readonly name: string;
  readonly position?: string | undefined;
  readonly bio: Content;
  readonly picture?: string | undefined;
  /** Written above the name ("Written by"). */
  readonly label?: string | undefined;
}

const initials = (name: string): string =>
  name
    .split(/\s+/u)
    .slice(0, 2)
    .map((part) => [...part][0] ?? '')
    .join('');

/** Who wrote it, and why they know. */
export const AuthorCard = ({ name, position, bio, picture, label }: AuthorCardProps) => (
  <section class="author">
    <div class="author-face" aria-hidden="true">
      {picture ? <img src={picture} alt="" width={48} height={48} loading="lazy" /> : initials(name)}
    </div>
    <div>
      {label ? <p class="soft">{label}</p> : null}
      <h2>
        {name}
        {position ? <span class="soft">, {position}</span> : null}
      </h2>
      <p>{bio}</p>
    </div>
  </section>
);
