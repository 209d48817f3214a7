import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Desk } from '../desk/desk';
import { nameOf } from '../inbox/names';
import type { Item, PresenceState } from '../shapes';
import { Page } from '../shell/page';
import { span } from '../shell/since';
import type { Texts } from '../texts';
import { reasonBars, tile } from './figures';
import type { Board, BoardAgent } from './shapes';

/** The live board: who waits and how long, what is late, and who is there. The server pushes it while it is looked at. */
export class BoardPage extends Page {
  static override properties = { desk: { attribute: false }, texts: { attribute: false }, board: { attribute: false } };
  declare desk: Desk;
  declare texts: Texts;
  declare board?: Board;
  private read?: Board;
  private serving: Item[] = [];
  private timer?: ReturnType<typeof setInterval>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => void this.load(), 15_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override firstUpdated(): void {
    void this.load();
  }

  /** Administrators have no socket here, and who serves what is not pushed: both are read now and then. */
  private async load(): Promise<void> {
    await this.attempt(async () => {
      this.read = await this.desk.api.board();
      if (this.desk.isSupervisor) this.serving = await this.desk.api.everyones();
    });
  }


  protected override render(): unknown {
    const { texts } = this;
    const pushed = this.board && (!this.read || this.board.at > this.read.at) ? this.board : this.read;
    if (!pushed) return html`<main class="page"><p class="none" role="status">${this.failure || texts.loading}</p></main>`;
    return html`<main class="page" tabindex="-1">
      <header class="head">
        <h2>${texts.views.board}</h2>
        <p class=${pushed.open ? 'pill good' : 'pill'}>${pushed.open ? texts.board.open : texts.board.shut}</p>
      </header>
      ${this.failure ? html`<p class="trouble" role="alert">${this.failure}</p>` : nothing} ${this.tiles(pushed)}
      <div class="columns">${this.agents(pushed)} ${this.waiting(pushed)}</div>
      ${this.late(pushed)} ${this.conversations()} ${this.assignWindow()}
    </main>`;
  }

  private tiles({ waiting, serving, today, agents }: Board): TemplateResult {
    const { board } = this.texts;
    const there = agents.filter(agent => agent.state === 'online');
    const free = there.reduce((sum, agent) => sum + Math.max(0, agent.capacity - agent.serving - (agent.wrapUp ?? 0)), 0);
    const time = (ms: number | undefined) => (ms === undefined ? '–' : span(ms));
    return html`<ul class="tiles">
      ${tile(board.waiting, String(waiting.count), waiting.ringing ? board.ringing(waiting.ringing) : '', waiting.count > 0 && !there.length ? 'bad' : '')}
      ${tile(board.oldest, time(waiting.oldestMs), waiting.expectedMs === undefined ? '' : board.expected(span(waiting.expectedMs)), waiting.late ? 'bad' : '')}
      ${tile(board.late, String((waiting.late ?? 0) + (serving.late ?? 0)), board.lateHint, (waiting.late ?? 0) + (serving.late ?? 0) ? 'bad' : 'good')}
      ${tile(board.there, String(there.length), board.freePlaces(free), there.length ? '' : 'bad')}
      ${tile(board.serving, String(serving.count), board.withBot(serving.bot ?? 0))}
      ${tile(board.today, String(today.handedOver ?? 0), board.todayHint(today.served ?? 0, today.left ?? 0, today.callback ?? 0))}
      ${tile(board.typicalWait, time(today.medianWaitMs), today.p90WaitMs === undefined ? '' : board.p90(span(today.p90WaitMs)))}
    </ul>`;
  }

  private agents({ agents }: Board): TemplateResult {
    const { texts } = this;
    const sorted = [...agents].sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || (a.name ?? a.id).localeCompare(b.name ?? b.id));
    return html`<section class="card">
      <h3>${texts.board.agents} <span class="count">${agents.length}</span></h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${texts.board.agents}>
        <table>
          <thead>
            <tr><th>${texts.board.agent}</th><th>${texts.presence}</th><th>${texts.board.load}</th><th>${texts.board.can}</th></tr>
          </thead>
          <tbody>
            ${repeat(sorted, agent => agent.id, agent => this.agent(agent))}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private agent(agent: BoardAgent): TemplateResult {
    const { texts, desk } = this;
    const set = (event: Event) => {
      const state = (event.target as HTMLSelectElement).value as PresenceState;
      void this.attempt(() => desk.api.presenceOf(agent.id, state)).then(() => this.load());
    };
    const busy = agent.serving + (agent.wrapUp ?? 0);
    return html`<tr>
      <th scope="row"><b>${agent.name ?? agent.id}</b><small>${[agent.team, agent.connected === false ? texts.board.noConnection : ''].filter(Boolean).join(' · ')}</small></th>
      <td>
        <span class="lampline ${agent.state}"><i class="lamp" aria-hidden="true"></i>
          ${
            desk.isSupervisor
              ? html`<select aria-label=${texts.board.presenceOf(agent.name ?? agent.id)} @change=${set}>
                  ${STATES.map(state => html`<option value=${state} ?selected=${state === agent.state}>${texts.presences[state]}</option>`)}
                </select>`
              : texts.presences[agent.state]
          }</span>
        ${agent.since ? html`<small><time-since at=${agent.since}></time-since></small>` : nothing}
      </td>
      <td>
        <meter min="0" max=${agent.capacity} high=${agent.capacity * 0.9} value=${busy} aria-label=${texts.board.load}></meter>
        <small>${busy} / ${agent.capacity}${agent.wrapUp ? ` · ${texts.board.inWrapUp(agent.wrapUp)}` : ''}${agent.missed ? ` · ${texts.board.missed(agent.missed)}` : ''}</small>
      </td>
      <td><small>${[...(agent.skills ?? []).map(skill => desk.stock.skillName(skill)), ...(agent.languages ?? []).map(one => one.toUpperCase())].join(', ')}</small></td>
    </tr>`;
  }

  private waiting({ waiting }: Board): TemplateResult {
    const { texts, desk } = this;
    const bySkill = waiting.bySkill ?? [];
    return html`<section class="card">
      <h3>${texts.board.whoWaits} <span class="count">${waiting.count}</span></h3>
      ${
        bySkill.length
          ? html`<table>
              <thead><tr><th>${texts.board.skill}</th><th>${texts.board.count}</th><th>${texts.board.oldest}</th><th>${texts.board.able}</th></tr></thead>
              <tbody>
                ${bySkill.map(
                  one => html`<tr class=${one.able === 0 ? 'alarm' : ''}>
                    <th scope="row">${one.skill ? desk.stock.skillName(one.skill) : texts.board.noSkill}</th>
                    <td>${one.count}</td><td>${one.oldestMs === undefined ? '–' : span(one.oldestMs)}</td><td>${one.able ?? '–'}</td>
                  </tr>`,
                )}
              </tbody>
            </table>`
          : waiting.count
            ? nothing
            : html`<p class="none">${texts.none.waiting}</p>`
      }
      ${waiting.byReason?.length ? html`<h4>${texts.board.byReason}</h4>${reasonBars(waiting.byReason, texts)}` : nothing}
    </section>`;
  }

  private late({ late = [] }: Board): unknown {
    if (!late.length) return nothing;
    return html`<section class="card alarm"><h3>${this.texts.board.lateNow} <span class="count">${late.length}</span></h3>${this.table(late, this.texts.board.lateNow)}</section>`;
  }

  private conversations(): unknown {
    const { texts } = this;
    const items = [...this.desk.lists.of('waiting'), ...this.serving];
    if (!this.desk.isSupervisor) return nothing;
    return html`<section class="card">
      <h3>${texts.board.conversations} <span class="count">${items.length}</span></h3>
      ${items.length ? this.table(items, texts.board.conversations) : html`<p class="none">${texts.board.noConversations}</p>`}
    </section>`;
  }

  private table(items: Item[], title: string): TemplateResult {
    const { texts, desk } = this;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${title}>
      <table class="talks">
        <thead><tr><th>${texts.customer}</th><th>${texts.why}</th><th>${texts.board.agent}</th><th>${texts.waitsTitle}</th><th><span class="sr">${texts.board.actions}</span></th></tr></thead>
        <tbody>
          ${repeat(
            items.slice(0, 100),
            item => item.conv,
            item => html`<tr class=${item.late ? 'alarm' : ''}>
              <th scope="row"><b dir="auto">${nameOf(item, texts)}</b><small>${item.language?.toUpperCase() ?? ''}</small></th>
              <td><span class="tag reason">${texts.reasons[item.reason?.code ?? ''] ?? item.reason?.code ?? '–'}</span></td>
              <td>${item.agent ? desk.stock.nameOf(item.agent) : html`<i>${texts.sections.waiting}</i>`}</td>
              <td>${item.waitingSince ?? item.queuedAt ? html`<time-since at=${item.waitingSince ?? item.queuedAt!}></time-since>` : '–'}</td>
              <td class="acts">
                <a class="plain small" href="#/inbox/${item.conv}">${item.owner === 'agent' ? texts.board.listen : texts.openIt}</a>
                <button class="plain small" type="button" @click=${() => this.assign(item)}>${texts.assign}</button>
              </td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private assigning?: Item;

  private assign(item: Item): void {
    this.assigning = item;
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLDialogElement>('dialog#reassign')?.showModal());
  }

  private assignWindow(): unknown {
    const { texts, assigning, desk } = this;
    if (!assigning) return nothing;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      const to = String(new FormData(form).get('to') ?? '');
      form.closest('dialog')?.close();
      void this.attempt(() => desk.api.act(assigning.conv, 'assign', { to })).then(() => this.load());
    };
    const people = desk.stock.targets.agents.filter(one => one.id !== assigning.agent);
    return html`<dialog id="reassign" aria-labelledby="reassign-title">
      <form @submit=${submit}>
        <h2 id="reassign-title">${texts.assignTitle}: <span dir="auto">${nameOf(assigning, texts)}</span></h2>
        <fieldset>
          <legend>${texts.transferTo}</legend>
          ${people.map(
            one => html`<label class="radio ${one.state}"><input type="radio" name="to" value="agent:${one.id}" required /><i class="lamp" aria-hidden="true"></i>${one.name ?? one.id}
              <small>${one.state === 'online' ? texts.freePlaces(one.free ?? 0) : texts.presences[one.state]}</small></label>`,
          )}
          <label class="radio"><input type="radio" name="to" value="queue" required />${texts.backToQueue}</label>
        </fieldset>
        <p class="buttons">
          <button class="plain" type="button" @click=${(event: Event) => (event.target as HTMLElement).closest('dialog')?.close()}>${texts.cancel}</button>
          <button class="primary">${texts.assign}</button>
        </p>
      </form>
    </dialog>`;
  }
}

const STATES = ['online', 'busy', 'away', 'offline'] as const;
