import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { AdminKind } from '../api';
import type { Desk } from '../desk/desk';
import type { Canned, Skill, WrapUp } from '../shapes';
import { Page } from '../shell/page';
import type { Texts } from '../texts';
import { accountForm, accountRow } from './accounts';
import { cannedForm, cannedRow } from './canned';
import type { Editing, Kept, KeptKind } from './kept';
import type { Account, Hours } from './shapes';
import { skillForm, skillRow } from './skills';
import { wrapUpForm, wrapUpRow } from './wrapups';

const TABS = ['accounts', 'canned', 'wrapups', 'skills', 'hours', 'candidates'] as const;
type Tab = (typeof TABS)[number];

/** What administrators keep: accounts, canned replies, wrap-up codes, skills, opening hours, and labels for training. */
export class AdminPage extends Page {
  static override properties = { desk: { attribute: false }, texts: { attribute: false }, language: {}, tab: {} };
  declare desk: Desk;
  declare texts: Texts;
  declare language: string;
  declare tab: string;
  private kept: Partial<Record<AdminKind, Kept[]>> = {};
  private hours?: Hours;
  private editing?: Editing;
  private loaded = '';
  private done = '';

  private get shown(): Tab {
    return TABS.find(tab => tab === this.tab) ?? 'accounts';
  }

  protected override updated(): void {
    if (this.loaded === this.shown) return;
    this.loaded = this.shown;
    this.editing = undefined;
    this.done = '';
    void this.load();
  }

  private async load(): Promise<void> {
    const { api } = this.desk;
    const { shown } = this;
    await this.attempt(async () => {
      if (!this.kept.skills) this.kept.skills = await api.skills();
      if (shown === 'accounts') this.kept.accounts = await api.accounts();
      if (shown === 'canned') this.kept.canned = await api.canned();
      if (shown === 'wrapups') this.kept.wrapups = await api.wrapUps();
      if (shown === 'skills') this.kept.skills = await api.skills();
      if (shown === 'hours') this.hours = await api.hours();
    });
  }

  protected override render(): unknown {
    const { texts, shown } = this;
    return html`<main class="page" tabindex="-1">
      <header class="head">
        <h2>${texts.views.admin}</h2>
        <nav class="tabs" aria-label=${texts.views.admin}>
          ${TABS.map(tab => html`<a href="#/admin/${tab}" aria-current=${tab === shown ? 'page' : nothing}>${texts.admin.tabs[tab]}</a>`)}
        </nav>
      </header>
      ${this.failure && !this.editing ? html`<p class="trouble" role="alert">${this.failure}</p>` : nothing}
      ${this.done ? html`<p class="said" role="status">${this.done}</p>` : nothing} ${this.card(shown)}
    </main>`;
  }

  private card(shown: Tab): unknown {
    if (shown === 'hours') return this.hoursCard();
    return shown === 'candidates' ? html`<to-label .desk=${this.desk} .texts=${this.texts}></to-label>` : this.listCard(shown);
  }

  private hoursCard(): unknown {
    if (!this.hours) return html`<p class="none" role="status">${this.texts.loading}</p>`;
    return html`<hours-form .texts=${this.texts} .hours=${this.hours} .language=${this.language} .save=${(hours: Hours) => this.saveHours(hours)}></hours-form>`;
  }

  private async saveHours(hours: Hours): Promise<boolean> {
    return this.attempt(async () => {
      this.hours = await this.desk.api.putHours(hours);
      this.done = this.texts.admin.saved;
    });
  }

  private listCard(kind: AdminKind): unknown {
    const { texts, editing } = this;
    const items = this.kept[kind];
    if (!items) return this.failure ? nothing : html`<p class="none" role="status">${texts.loading}</p>`;
    const form = this.formOf(kind);
    return html`<div class="keep">
      <section class="card">
        <p class="lead">${texts.admin.leads[kind]}</p>
        <div class="scroll" tabindex="0" role="region" aria-label=${texts.admin.tabs[kind]}>
          ${items.length ? html`<table><tbody>${items.map(item => this.row(kind, item))}</tbody></table>` : html`<p class="none">${texts.admin.nothing}</p>`}
        </div>
        <p class="buttons"><button class="primary" type="button" @click=${() => this.edit({ kind, fresh: true })}>${texts.admin.add[kind]}</button></p>
      </section>
      ${editing ? html`<section class="card edit" aria-labelledby="edit-title">${keyed(editing, form)}</section>` : nothing}
    </div>`;
  }

  private row(kind: KeptKind, item: Kept): TemplateResult {
    const { texts } = this;
    const open = () => this.edit({ kind, fresh: false, item });
    switch (kind) {
      case 'accounts':
        return accountRow(item as Account, texts, open);
      case 'canned':
        return cannedRow(item as Canned, texts, open);
      case 'wrapups':
        return wrapUpRow(item as WrapUp, texts, this.language, open);
      case 'skills':
        return skillRow(item as Skill, texts, open);
    }
  }

  private formOf(kind: KeptKind): unknown {
    const { editing, texts } = this;
    if (!editing) return nothing;
    const scene = {
      texts,
      editing,
      problem: this.failure,
      skills: (this.kept.skills ?? []) as Skill[],
      user: this.desk.session.user,
      save: (id: string, body: object) => void this.save(kind, id, body),
      remove: (id: string) => void this.drop(kind, id),
      cancel: () => this.edit(undefined),
    };
    switch (kind) {
      case 'accounts':
        return accountForm(scene, editing.item as Account | undefined);
      case 'canned':
        return cannedForm(scene, editing.item as Canned | undefined);
      case 'wrapups':
        return wrapUpForm(scene, editing.item as WrapUp | undefined);
      case 'skills':
        return skillForm(scene, editing.item as Skill | undefined);
    }
  }

  private edit(editing: Editing | undefined): void {
    this.editing = editing;
    this.failure = this.done = '';
    this.requestUpdate();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.edit input:not([disabled])')?.focus());
  }

  private async save(kind: AdminKind, id: string, body: object): Promise<void> {
    if (await this.attempt(() => this.desk.api.put(kind, id, body))) await this.finished(this.texts.admin.saved);
  }

  private async drop(kind: AdminKind, id: string): Promise<void> {
    if (!confirm(this.texts.admin.really(id))) return;
    if (await this.attempt(() => this.desk.api.remove(kind, id))) await this.finished(this.texts.admin.removed);
  }

  private async finished(said: string): Promise<void> {
    this.editing = undefined;
    await this.load();
    this.desk.stock.load(this.desk.serves);
    this.done = said;
    this.requestUpdate();
  }
}
