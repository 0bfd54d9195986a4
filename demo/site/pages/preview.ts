/** The fields that dress the preview. */
import { markup } from '../markup.ts';
import { LOOKS } from '../tag.ts';

const LABELS: Readonly<Record<string, string>> = {
  serif: 'Plain serif',
  sans: 'Modern sans',
  blogger: 'Like Blogger',
  magazine: 'Dark magazine',
  light: 'Light',
  dark: 'Dark',
  wide: 'Wide',
  narrow: 'Narrow',
  ltr: 'Left to right',
  rtl: 'Right to left',
};

const LEGENDS = { scheme: 'Light or dark', width: 'Width', dir: 'Direction of writing' };

export const looks = markup`<div class="looks">
      <div class="field"><label for="host">Kind of page</label><select id="host" name="host">${LOOKS.host.map((value) => markup`<option value="${value}">${LABELS[value]}</option>`)}</select></div>
      ${(['scheme', 'width', 'dir'] as const).map(
        (name) =>
          markup`<fieldset class="switch"><legend class="unseen">${LEGENDS[name]}</legend>${LOOKS[name].map(
            (value, at) =>
              markup`<label><input type="radio" name="${name}" value="${value}"${at === 0 && markup` checked`} /><span>${LABELS[value]}</span></label>`,
          )}</fieldset>`,
      )}
    </div>`;
