import { nothing } from 'lit';
import { Directive, directive, type ElementPart, PartType, type PartInfo } from 'lit/directive.js';

type Where = Partial<Record<'top' | 'left' | 'width' | 'height', string>>;

/**
 * Puts an element in its place through its style object. Lit's own `styleMap` begins with a style attribute, which a policy without
 * `unsafe-inline` refuses.
 */
class Place extends Directive {
  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('place() stands in a tag, without an attribute');
  }

  override render(_: Where): unknown {
    return nothing;
  }

  override update({ element }: ElementPart, [where]: [Where]): unknown {
    Object.assign((element as HTMLElement).style, where);
    return nothing;
  }
}

export const place = directive(Place);
