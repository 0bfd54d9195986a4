/** Text that readers take with them. */
import { tokens } from './tokens.ts';

/** Shows code in its colors. */
export function showCode(place: Element, text: string, language: 'html' | 'css' = 'html'): void {
  place.replaceChildren(
    ...tokens(text, language).map(([kind, piece]) => {
      if (!kind) return piece;
      const span = document.createElement('span');
      span.className = kind;
      span.textContent = piece;
      return span;
    }),
  );
}

/** Copies; where the browser does not let us, selects, so that the keyboard can. */
export async function copy(text: string, place: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(place);
    return false;
  }
}

/** Every button with `data-copy="id"` copies the text of that element, and says so. */
export function copyButtons(root: ParentNode = document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const label = button.textContent ?? '';
    let timer = 0;
    button.addEventListener('click', () => {
      const place = document.getElementById(button.dataset['copy']!)!;
      void copy(place.textContent ?? '', place).then((done) => {
        button.textContent = done ? 'Copied' : 'Selected: press Ctrl+C';
        clearTimeout(timer);
        timer = setTimeout(() => (button.textContent = label), 2500) as unknown as number;
      });
    });
  }
}
