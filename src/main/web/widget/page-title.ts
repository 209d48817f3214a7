/** The page's title with the number of unread messages before it, for who looks at their tabs. */
export class PageTitle {
  private shown = '';

  show(unread: number): void {
    const own = document.title.startsWith(this.shown) ? document.title.slice(this.shown.length) : document.title;
    this.shown = unread ? `(${unread}) ` : '';
    if (document.title !== this.shown + own) document.title = this.shown + own;
  }
}
