import { LitElement } from 'lit';

/** A page of the console: in the document itself, so that one style sheet serves all. */
export abstract class Page extends LitElement {
  protected failure = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Does it, and says so when it did not work. @returns whether it worked */
  protected async attempt(what: () => Promise<unknown>): Promise<boolean> {
    try {
      await what();
      this.failure = '';
      return true;
    } catch (refusal) {
      this.failure = refusal instanceof Error && refusal.message ? refusal.message : String(refusal);
      return false;
    } finally {
      this.requestUpdate();
    }
  }
}
