import type { Api } from '../api';
import type { Canned, Skill, Targets, WrapUp } from '../shapes';

/** What an agent reaches for: canned replies, wrap-up codes, and whom to pass a conversation on to. */
export class Stock {
  canned: Canned[] = [];
  wrapUps: WrapUp[] = [];
  skills: Skill[] = [];
  private readonly asked = new Set<string>();
  targets: Targets = { agents: [], teams: [], skills: [] };

  constructor(
    private readonly api: Api,
    private readonly changed: () => void,
  ) {}

  /** Each by itself: where one cannot be had, the others can. */
  load(serves: boolean): void {
    void this.take(this.api.canned(), canned => (this.canned = canned));
    void this.take(this.api.wrapUps(), codes => (this.wrapUps = codes.sort((a, b) => (a.order ?? 99) - (b.order ?? 99))));
    void this.take(this.api.skills(), skills => (this.skills = skills));
    if (serves) this.loadTargets();
  }

  /** Who is there changes all the time. */
  loadTargets(): void {
    void this.take(this.api.targets(), targets => (this.targets = targets));
  }

  /** The name of a colleague; one who was not there when the names were read is asked for, once. */
  nameOf(agent: string): string {
    const known = this.targets.agents.find(one => one.id === agent)?.name;
    if (!known && agent && !this.asked.has(agent)) {
      this.asked.add(agent);
      this.loadTargets();
    }
    return known || agent;
  }

  skillName(id: string): string {
    return this.skills.find(one => one.id === id)?.name || id;
  }

  private async take<T>(answer: Promise<T>, use: (what: T) => void): Promise<void> {
    const what = await answer.catch(() => undefined);
    if (what === undefined) return;
    use(what);
    this.changed();
  }
}
