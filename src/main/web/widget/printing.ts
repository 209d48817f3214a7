/** Prints an element and nothing else of the page, in a way that a strict content policy allows. */
export function printOnly(element: HTMLElement): void {
  const alone = new CSSStyleSheet();
  const name = element.localName;
  alone.replaceSync(`@media print { body *:not(${name}):not(:has(${name})) { display: none !important } }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, alone];
  element.setAttribute('printing', '');
  addEventListener(
    'afterprint',
    () => {
      element.removeAttribute('printing');
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== alone);
    },
    { once: true },
  );
  print();
}
