import { LitElement, html, type PropertyValues } from 'lit';
import { Keep } from '../../care/keep';
import { Api, Refused, type Ways } from '../api';
import { Desk } from '../desk/desk';
import { nameOf } from '../inbox/names';
import type { Session } from '../shapes';
import { TEXTS, type Texts } from '../texts';
import { commandsOf, type Command } from './commands';
import { InboxPage } from './inbox-page';
import { helpWindow, settingsWindow } from './help-window';
import { loginView } from './login-view';
import { noticesView, offersView } from './offers';
import type { Choice, CommandPalette } from './palette';
import { routeOf, type Route } from './route';
import { Settings } from './settings';
import { isPaletteKey, shortcut } from './shortcuts';
import { topBar } from './top-bar';

const session = new Keep(() => sessionStorage, 'attune.console.');

/** Commands that make no sense once the palette is open. */
const BY_KEY_ONLY = new Set(['leaveField', 'next', 'previous', 'find']);

/** The agent console: signs in, shows the view that the address names, and listens to the keyboard. */
export class ConsoleApp extends LitElement {
  readonly settings = new Settings();
  private desk?: Desk;
  private problem = '';
  private ways: Ways = { password: true };
  private route: Route = { view: 'inbox', query: '' };
  private readonly inbox = new InboxPage(this);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Once a frame, however much arrives; in a hidden tab, where there are no frames, a few times a second. */
  protected override async scheduleUpdate(): Promise<void> {
    await new Promise(done => (document.hidden ? setTimeout(done, 250) : requestAnimationFrame(done)));
    super.scheduleUpdate();
  }

  get texts(): Texts {
    return TEXTS[this.settings.language];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.settings.onChange(() => this.requestUpdate());
    addEventListener('keydown', this.pressed);
    addEventListener('hashchange', this.moved);
    addEventListener('click', this.clicked);
    void this.begin();
  }

  private async begin(): Promise<void> {
    const [, came, value = ''] = /^#(code|error)=(.+)$/.exec(location.hash) ?? [];
    // What another sign-in server gave back does not stay in the address.
    if (came) history.replaceState(null, '', location.pathname);
    if (came === 'code') return void this.enterBy(() => Api.exchange(decodeURIComponent(value)));
    if (came === 'error') this.problem = this.texts.signInFailed;
    const kept = session.get('session');
    const known = kept ? (JSON.parse(kept) as Session) : undefined;
    if (known && known.until > Date.now()) return this.enter(known);
    this.ways = await Api.ways().catch(() => this.ways);
    this.requestUpdate();
  }

  private async enterBy(how: () => Promise<Session>): Promise<void> {
    try {
      this.enter(await how());
    } catch (refusal) {
      const { texts } = this;
      const status = refusal instanceof Refused ? refusal.status : 0;
      this.problem = status === 401 ? texts.wrong : status >= 400 && status < 500 ? (refusal as Refused).message : texts.unreachable;
      this.requestUpdate();
    }
  }

  private enter(known: Session): void {
    session.set('session', JSON.stringify(known));
    this.problem = '';
    const api = new Api(known.token, () => this.leave(this.texts.signedOut));
    this.desk = new Desk(known, api, this.settings, () => this.requestUpdate(), () => this.leave(this.texts.disabled));
    this.desk.start();
    this.moved();
  }

  private leave(why = ''): void {
    this.desk?.stop();
    this.desk = undefined;
    this.problem = why;
    session.set('session', undefined);
    this.requestUpdate();
  }

  private async signOut(): Promise<void> {
    const { desk } = this;
    if (desk?.serves) await desk.setPresence('offline');
    await desk?.api.signOut().catch(() => undefined);
    this.leave();
  }

  private readonly moved = () => {
    const { desk } = this;
    if (!desk) return;
    this.route = routeOf(location.hash, desk.session.role);
    desk.watchBoard(this.route.view === 'board');
    if (this.route.view === 'inbox' && this.route.rest) void desk.show(this.route.rest);
    else if (this.route.view === 'inbox' && desk.open) desk.leave();
    this.requestUpdate();
  };

  /** A menu closes when something beside it is clicked. */
  private readonly clicked = (event: MouseEvent) => {
    this.querySelectorAll<HTMLDetailsElement>('details.menu[open]').forEach(menu => {
      if (!menu.contains(event.target as Node)) menu.open = false;
    });
  };

  private readonly pressed = (event: KeyboardEvent) => {
    const { desk } = this;
    if (!desk) return;
    if (isPaletteKey(event)) {
      event.preventDefault();
      return this.palette();
    }
    const key = shortcut(event, this.settings.keys);
    const command = key === undefined ? undefined : this.commands(desk).find(one => one.key === key && one.can);
    if (!command) return;
    event.preventDefault();
    command.run();
  };

  private commands(desk: Desk): Command[] {
    return commandsOf(desk, {
      ...this.inbox.doing(desk),
      window: id => this.window(id),
      go: hash => (location.hash = hash),
      signOut: () => void this.signOut(),
    });
  }

  window(id: string): void {
    if (id === 'transfer' || id === 'assign') this.desk?.stock.loadTargets();
    this.querySelector<HTMLDialogElement>(`dialog#${id}`)?.showModal();
  }

  private palette(): void {
    const palette = this.querySelector<CommandPalette>('command-palette');
    const { desk, texts } = this;
    if (!palette || !desk || this.querySelector('dialog[open]')) return;
    palette.choices = (): Choice[] => [
      ...this.commands(desk)
        .filter(one => one.can && !BY_KEY_ONLY.has(one.name))
        .map(one => ({ title: texts.commands[one.name], hint: one.key, run: one.run })),
      ...desk.inOrder.map(item => ({
        title: nameOf(item, texts),
        hint: [item.lastText?.slice(0, 60), texts.sections[desk.lists.sectionOf(item) ?? 'bot']].filter(Boolean).join(' · '),
        run: () => (location.hash = `#/inbox/${item.conv}`),
      })),
    ];
    palette.show();
  }

  protected override updated(_: PropertyValues): void {
    const { texts, desk } = this;
    document.documentElement.lang = this.settings.language;
    document.documentElement.dataset['theme'] = this.settings.theme;
    const waiting = desk?.lists.of('waiting').length ?? 0;
    document.title = waiting ? `(${waiting}) ${texts.title}` : texts.title;
    if (desk) desk.titles = texts.alerts;
    this.inbox.shown(desk);
  }

  protected override render(): unknown {
    const { desk, texts, settings } = this;
    if (!desk) {
      return loginView(texts, this.ways, this.problem, (user, password) => void this.enterBy(() => Api.signIn(user, password)));
    }
    const scene = {
      desk,
      texts,
      view: this.route.view,
      palette: () => this.palette(),
      window: (id: string) => this.window(id),
      signOut: () => void this.signOut(),
    };
    return html`${topBar(scene)} ${offersView(desk, texts)} ${this.page(desk)} ${noticesView(desk, texts)}
      ${helpWindow(this.commands(desk), settings, texts)} ${settingsWindow(settings, texts)}
      <command-palette .texts=${texts}></command-palette>`;
  }

  private page(desk: Desk): unknown {
    const { texts, settings, route } = this;
    const { language } = settings;
    switch (route.view) {
      case 'inbox':
        return this.inbox.view(desk);
      case 'board':
        return html`<board-page .desk=${desk} .texts=${texts} .board=${desk.board}></board-page>`;
      case 'reports':
        return html`<reports-page .desk=${desk} .texts=${texts} .language=${language}></reports-page>`;
      case 'dialogs':
        return html`<dialogs-page
          .api=${desk.api}
          .texts=${texts}
          .language=${language}
          .mayReload=${desk.session.role === 'admin'}
          .chosen=${route.rest ?? ''}
          .query=${route.query}
        ></dialogs-page>`;
      case 'admin':
        return html`<admin-page .desk=${desk} .texts=${texts} .language=${language} .tab=${route.rest ?? ''}></admin-page>`;
    }
  }
}
