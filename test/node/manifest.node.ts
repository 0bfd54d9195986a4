/** What there is to know about the elements is documented, once, in their source; and what is documented is there. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { chromium, CHROMIUM_ARGS } from '../browsers.ts';
import { ROOT } from '../manifest/source.ts';
import { elementsOf, isPlain, type Manifest, survey } from '../manifest/survey.ts';

const manifest = JSON.parse(readFileSync(join(ROOT, 'dist/custom-elements.json'), 'utf8')) as Manifest;

it('every attribute, property, method, event, slot, part, custom property and state has its sentence', async () => {
  const { problems } = await survey();
  assert.deepEqual(problems, []);
});

it('says what is missing, and what is there for nothing', async () => {
  const { problems } = await survey('test/fixtures/undocumented');
  assert.deepEqual(problems.sort(), [
    '<dogeared-quiet>: attribute "loud-words" is not documented',
    '<dogeared-quiet>: csspart "later" is not documented',
    '<dogeared-quiet>: csspart "mute" says nothing',
    '<dogeared-quiet>: csspart "named" is not documented',
    '<dogeared-quiet>: csspart "old" is documented, and nowhere in the source',
    '<dogeared-quiet>: cssprop "--dogeared-hue" is not documented',
    '<dogeared-quiet>: cssstate "busy" is not documented',
    '<dogeared-quiet>: element "DogearedQuiet" says nothing',
    '<dogeared-quiet>: field "volume" says nothing',
    '<dogeared-quiet>: fires "dogeared-shout" is not documented',
    '<dogeared-quiet>: method "shout" says nothing',
    '<dogeared-quiet>: property "loudWords" is not declared',
    '<dogeared-quiet>: slot "" is not documented',
    '<dogeared-quiet>: slot "aside" is not documented',
  ]);
});

it('a tag that its parent reads has its attributes, and no class to import: <dogeared-source>', () => {
  const [source, ...others] = elementsOf(manifest).filter(isPlain);
  assert.deepEqual([source?.tagName, others], ['dogeared-source', []]);
  assert.deepEqual(
    source?.attributes.map(({ name }) => name),
    ['src', 'engine', 'post', 'name'],
  );
  const { exports } = manifest.modules.find(({ declarations }) => declarations.includes(source!))!;
  assert.deepEqual(
    exports.map((one) => (one as { kind: string }).kind),
    ['custom-element-definition'],
  );
});

describe('in a browser', () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await puppeteer.launch({ executablePath: await chromium(), args: CHROMIUM_ARGS });
    page = await browser.newPage();
    await page.goto('data:text/html,<!doctype html><html lang="en">');
    await page.addScriptTag({ type: 'module', content: readFileSync(join(ROOT, 'dist/cdn/dogeared.all.js'), 'utf8') });
  });
  after(() => browser.close());

  for (const { tagName, attributes, members } of elementsOf(manifest).filter((one) => !isPlain(one))) {
    it(`<${tagName}> observes the attributes that are documented, and no others`, async () => {
      const observed = await page.evaluate(
        (tag) => (customElements.get(tag) as unknown as { observedAttributes: string[] }).observedAttributes,
        tagName,
      );
      assert.deepEqual(observed.sort(), attributes.map(({ name }) => name).sort());
    });

    it(`<${tagName}> has the properties and methods that are documented`, async () => {
      const missing = await page.evaluate(
        (tag, names) => names.filter((name) => !(name in document.createElement(tag))),
        tagName,
        members.map(({ name }) => name),
      );
      assert.deepEqual(missing, []);
    });

    const choices = attributes.filter(({ type }) => type.text.startsWith("'"));
    it(`<${tagName}> allows the words that are documented: ${choices.map(({ name }) => name).join(', ')}`, async () => {
      for (const { name, type } of choices) {
        // It says what is allowed when somebody tries something else.
        const said = new Promise<string>((resolve) => page.once('console', (message) => resolve(message.text())));
        await page.evaluate(
          (tag, attribute) => {
            const element = document.createElement(tag);
            element.setAttribute(attribute, 'nonsense');
            element.innerHTML = '<script type="application/json">[]</' + 'script>';
            document.body.replaceChildren(element);
          },
          tagName,
          name,
        );
        const allowed = (await said).split('allowed: ')[1]?.match(/[\w-]+(?=[',;]|$)/g);
        assert.deepEqual(allowed?.sort(), type.text.match(/[\w-]+/g)?.sort(), `${name}: ${await said}`);
      }
    });
  }
});
