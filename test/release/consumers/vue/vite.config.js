import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag.startsWith('dogeared-');
export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
