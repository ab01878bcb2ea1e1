import type { PolicyShelf } from '#domains/policies/index.ts';
import type { PolicyDocument } from '#policy/index.ts';

const isPublishedPolicy = (document: { readonly kind: string }): document is PolicyDocument =>
  document.kind === 'policy' && (document as PolicyDocument).status === 'published';

/** The brand's own published documents, every version. */
export const ownDocuments = ({ own }: PolicyShelf): readonly PolicyDocument[] =>
  own.map(({ document }) => document).filter(isPublishedPolicy);
