import { LitElement, html, nothing } from 'lit';
import type { Content } from '../../care/protocol';
import type { Api } from '../api';
import { icon } from '../shell/icons';
import type { Texts } from '../texts';

/** Larger pictures are looked at when asked for, not by themselves. */
const SHOWN_BYTES = 3_000_000;

/**
 * `<sent-file>`: what a customer sent, a picture as a picture and anything else by its name. The server gives it to people who are signed in
 * alone, so it is fetched with the session and handed to the browser as data.
 */
export class SentFile extends LitElement {
  static override properties = { content: { attribute: false }, api: { attribute: false }, texts: { attribute: false } };
  declare content: Content;
  declare api: Api;
  declare texts: Texts;
  private picture?: string;
  private failed = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    if (this.content.kind === 'image' && (this.content.bytes ?? 0) <= SHOWN_BYTES) void this.look();
  }

  private async look(): Promise<void> {
    const file = await this.fetched();
    if (!file || !file.type.startsWith('image/')) return;
    const reader = new FileReader();
    reader.onload = () => {
      this.picture = String(reader.result);
      this.requestUpdate();
    };
    reader.readAsDataURL(file);
  }

  private async save(): Promise<void> {
    const file = await this.fetched();
    if (!file) return;
    const address = URL.createObjectURL(file);
    const link = Object.assign(document.createElement('a'), { href: address, download: this.content.name ?? 'file' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  private async fetched(): Promise<Blob | undefined> {
    const file = await this.api.file(this.content.url ?? '').catch(() => undefined);
    this.failed = file === undefined;
    this.requestUpdate();
    return file;
  }

  protected override render(): unknown {
    const { content, texts } = this;
    const name = content.name ?? content.alt ?? texts.file;
    return html`${this.picture ? html`<img src=${this.picture} alt=${content.alt ?? name} />` : nothing}
      <button class="file" type="button" @click=${() => void this.save()}>
        ${icon('file')}<span dir="auto">${name}</span><small>${size(content.bytes)}</small>
      </button>
      ${this.failed ? html`<small role="alert">${texts.fileGone}</small>` : nothing}`;
  }
}

function size(bytes: number | undefined): string {
  if (bytes === undefined) return '';
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
