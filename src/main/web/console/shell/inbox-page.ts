import { html, nothing } from 'lit';
import type { Desk } from '../desk/desk';
import { askWindows, wrapUpView } from '../inbox/ask-windows';
import { composerView, insert, troubleView } from '../inbox/composer-view';
import { headView } from '../inbox/conversation-view';
import { listView } from '../inbox/list-view';
import { SlashMenu } from '../inbox/slash-menu';
import { threadView } from '../inbox/thread-view';
import { jumpTo, packetView } from '../packet/packet-view';
import type { ConsoleApp } from './app';
import type { Doing } from './commands';
import { icon } from './icons';
import type { VirtualRows } from './virtual-rows';

/** The three columns: lists, conversation, packet; and where the focus and the scroll position go. */
export class InboxPage {
  private shownConv = '';
  private thread?: Element;
  /** Whether the end of the conversation was in sight: then it stays there, whatever comes or grows. */
  private atEnd = true;
  private readonly sizes = new ResizeObserver(() => this.toEnd());
  private readonly slash: SlashMenu;
  private current?: Desk;

  constructor(private readonly app: ConsoleApp) {
    this.slash = new SlashMenu(() => this.current, () => app.requestUpdate());
  }

  view(desk: Desk): unknown {
    this.current = desk;
    const { texts, settings } = this.app;
    const redraw = () => this.app.requestUpdate();
    return html`<main class="desk ${desk.open ? 'opened' : ''}">
        ${listView({ desk, settings, texts, redraw })} ${this.middle(desk)}
        ${
          desk.open
            ? packetView({
                open: desk.open,
                texts,
                language: settings.language,
                go: jumpTo(texts, seq => void this.jump(desk, seq)),
                insert: text => (insert(desk, text), redraw()),
              })
            : nothing
        }
      </main>
      ${askWindows(desk, texts, settings.language)}`;
  }

  private middle(desk: Desk): unknown {
    const { app, slash } = this;
    const { texts, settings } = app;
    const { open } = desk;
    const redraw = () => app.requestUpdate();
    if (!open) {
      return html`<section class="middle empty">
        ${icon('inbox')}
        <p role="status">${desk.opening ? texts.opening : texts.choose}</p>
        ${desk.opening ? nothing : html`<p class="none">${texts.chooseHint}</p>`} ${desk.trouble ? troubleView(desk, desk.trouble, texts) : nothing}
      </section>`;
    }
    return html`<section class="middle" aria-labelledby="conv-title">
      ${headView({
        desk,
        open,
        texts,
        claim: () => void this.claim(desk),
        takeOver: () => void this.takeOver(desk),
        ask: what => app.window(what),
      })}
      ${threadView({
        open,
        files: desk.api,
        texts,
        language: settings.language,
        nameOf: agent => desk.stock.nameOf(agent),
        unfold: () => this.unfold(desk),
      })}
      ${
        open.isWrapUp
          ? wrapUpView(desk, texts, settings.language)
          : open.isClosed
            ? html`<p class="nocompose">${texts.closedHere}</p>`
            : composerView({ desk, open, texts, slash, redraw })
      }
    </section>`;
  }

  /** What the keyboard's commands do on this page. */
  doing(desk: Desk): Omit<Doing, 'window' | 'go' | 'signOut'> {
    return {
      move: by => void this.move(desk, by),
      claim: () => void this.claim(desk),
      takeOver: () => void this.takeOver(desk),
      write: mode => this.write(desk, mode),
      canned: () => void this.canned(desk),
      find: () => this.app.querySelector<HTMLElement>('#find')?.focus(),
      showAll: () => this.unfold(desk),
      packet: () => this.app.querySelector<HTMLElement>('.packet')?.focus(),
      leaveField: () => this.app.querySelector<HTMLElement>(desk.open ? '.thread' : 'virtual-rows')?.focus(),
    };
  }

  /** The scroll position follows the conversation: at its end when it opens, and with new words unless one reads further up. */
  shown(desk: Desk | undefined): void {
    const open = desk?.open;
    const thread = this.app.querySelector('.thread') ?? undefined;
    if (thread !== this.thread) this.follow(thread);
    if (!open) return void (this.shownConv = '');
    if (open.conv !== this.shownConv) {
      this.atEnd = true;
      // Opened from the palette or by accepting: the focus is nowhere then.
      if (document.activeElement === document.body) (thread as HTMLElement | undefined)?.focus({ preventScroll: true });
    }
    this.shownConv = open.conv;
    this.toEnd();
  }

  private follow(thread: Element | undefined): void {
    this.sizes.disconnect();
    this.thread = thread;
    if (!thread) return;
    this.sizes.observe(thread);
    thread.addEventListener('scroll', () => (this.atEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 80), { passive: true });
  }

  private toEnd(): void {
    if (this.thread && this.atEnd) this.thread.scrollTop = this.thread.scrollHeight;
  }

  private unfold(desk: Desk): void {
    if (desk.open) desk.open.showAll = true;
    this.app.requestUpdate();
  }

  private async move(desk: Desk, by: 1 | -1): Promise<void> {
    const items = desk.inOrder;
    const focused = (document.activeElement as HTMLElement | null)?.dataset?.['conv'];
    const at = items.findIndex(item => item.conv === (focused ?? desk.open?.conv));
    const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, at + by))];
    const rows = this.app.querySelector<VirtualRows>('virtual-rows');
    (await rows?.reveal(next?.conv ?? ''))?.focus();
  }

  private async claim(desk: Desk): Promise<void> {
    if (await desk.open?.act('claim', {})) await this.begin(desk);
  }

  private async takeOver(desk: Desk): Promise<void> {
    if (await desk.open?.act('takeover', {})) await this.begin(desk);
  }

  private async begin(desk: Desk): Promise<void> {
    void desk.reload();
    await this.app.updateComplete;
    this.write(desk, 'reply');
  }

  private write(desk: Desk, mode: 'reply' | 'note' | 'whisper'): void {
    desk.setMode(mode);
    void this.app.updateComplete.then(() => this.app.querySelector<HTMLElement>('#compose')?.focus());
  }

  private async canned(desk: Desk): Promise<void> {
    this.write(desk, 'reply');
    await this.app.updateComplete;
    const field = this.app.querySelector<HTMLTextAreaElement>('#compose');
    if (!field) return;
    desk.draft = desk.draft ? `${desk.draft} /` : '/';
    field.value = desk.draft;
    field.setSelectionRange(field.value.length, field.value.length);
    this.slash.typed(field);
    this.app.requestUpdate();
  }

  private async jump(desk: Desk, seq: number): Promise<void> {
    if (!this.app.querySelector(`#m${seq}`)) {
      this.unfold(desk);
      await this.app.updateComplete;
    }
    const turn = this.app.querySelector<HTMLElement>(`#m${seq}`);
    turn?.scrollIntoView({ block: 'center' });
    turn?.focus({ preventScroll: true });
  }
}
