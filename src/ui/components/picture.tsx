export interface PictureProps {
  readonly src: string;
  readonly alt: string;
  /** Size in pixels of the file, so that the page keeps its place while it loads. */
  readonly width: number;
  readonly height: number;
  readonly caption?: string | undefined;
}

/** A picture that loads when it is near. */
export const Picture = ({ src, alt, width, height, caption }: PictureProps) => (
  <figure class="picture">
    <img src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
    {caption ? <figcaption>{caption}</figcaption> : null}
  </figure>
);
