import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

// What turns text into markup. Comments and posts are text; the one door to HTML is elsewhere.
const SINKS = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment', 'srcdoc'];
const DIRECTIVES = ['unsafe-html', 'unsafe-svg', 'unsafe-mathml', 'unsafe-static'].map(
  (name) => `lit/directives/${name}.js`,
);

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '**/coverage/**',
      '**/test/fixtures/{engines,samples}/**',
      '**/demo/_source/**',
      '**/test/release/consumers/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...tseslint.configs.stylistic,
  lit.configs['flat/recommended'],
  wc.configs['flat/recommended'],
  {
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly', setTimeout: 'readonly' } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-undef': 'off', // TypeScript knows better
      'no-self-compare': 'off', // x === x is how a number says that it is one
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'no-control-regex': 'off', // they are what is looked for
      '@typescript-eslint/no-non-null-asserted-optional-chain': 'off', // x < undefined is false, which is what is meant
      '@typescript-eslint/no-explicit-any': 'off', // what callers hand in is anything
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-empty': ['error', { allowEmptyCatch: true }],
      'wc/guard-super-call': 'off', // Lit's base class has all callbacks
    },
  },
  {
    files: ['**/src/**', '**/components/**', '**/demo/**'],
    ignores: ['**/test/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: DIRECTIVES.map((name) => ({ name, message: 'There is one door to HTML, and this is not it.' })) },
      ],
      'no-restricted-properties': [
        'error',
        ...SINKS.map((property) => ({ property, message: 'Text goes into text nodes.' })),
      ],
      'no-console': ['error', { allow: ['warn', 'info'] }],
    },
  },
  {
    files: ['**/test/**'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // expect(x).to.be.true
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': false }],
      '@typescript-eslint/class-literal-property-style': 'off',
      'lit/no-legacy-template-syntax': 'off',
    },
  },
);
