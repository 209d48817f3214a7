import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import type { Content } from '../care/protocol';
import { save } from '../care/transcript-file';
import { fileIcon } from './icons';
import { common } from './styles-base';

/** Whoever can fetch a file's bytes in the viewer's name. */
export interface FileSource {
  file(content: Content): Promise<Blob>;
}

/** A file of a message: a picture where the page's policy lets one be shown, otherwise its name; both can be saved. */
export class ChatFile extends LitElement {
  static override styles = [
    common,
    css`
      img {
        display: block;
        max-inline-size: 100%;
        max-block-size: 15rem;
        border-radius: 0.6rem;
      }
      .picture {
        padding: 0;
        display: block;
        border-radius: 0.6rem;
      }
      .file {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        padding: 0.15rem 0;
        text-align: start;
        color: inherit;
      }
      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      small {
        display: block;
        opacity: 0.85;
      }
      p {
        margin: 0.4rem 0 0;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      svg {
        flex: none;
      }
    `,
  ];
  static override properties = { content: { attribute: false }, shown: { state: true } };

  declare content: Content;
  declare private shown: string | undefined;
  api!: FileSource;
  texts!: { save: string };
  language = 'en';

  constructor() {
    super();
    this.shown = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('content') || this.shown || this.content.kind !== 'image') return;
    this.api.file(this.content).then(
      picture => (this.shown = URL.createObjectURL(picture)),
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.shown) URL.revokeObjectURL(this.shown);
    this.shown = undefined;
  }

  private keep(): void {
    this.api.file(this.content).then(
      bytes => save(this.content.name ?? 'file', bytes),
      () => this.dispatchEvent(new CustomEvent('trouble', { bubbles: true, composed: true })),
    );
  }

  protected override render(): unknown {
    const { content, texts } = this;
    const name = content.name ?? '';
    return html`${
      this.shown
        ? html`<button class="picture" type="button" title=${texts.save} @click=${() => this.keep()}>
            <img src=${this.shown} alt=${content.alt || name} @error=${() => (this.shown = undefined)} />
          </button>`
        : html`<button class="file" type="button" title=${texts.save} @click=${() => this.keep()}>
            ${fileIcon}<span><bdi class="name">${name}</bdi><small>${sizeOf(content.bytes ?? 0, this.language)} · ${texts.save}</small></span>
          </button>`
    }${content.alt ? html`<p dir="auto">${content.alt}</p>` : nothing}`;
  }
}

function sizeOf(bytes: number, language: string): string {
  const mega = bytes >= 1_000_000;
  const value = Math.max(1, bytes / (mega ? 1_000_000 : 1000));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: mega ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: mega ? 1 : 0,
  }).format(value);
}
