// A stand-in until the package brings types for Vue: the rehearsal replaces this file as soon as there is an entry for them.
import type { DefineComponent } from 'vue';

interface Props {
  src?: string;
  limit?: number;
  onDogearedLoad?: (event: CustomEvent<{ posts: readonly unknown[] }>) => void;
}

declare module 'vue' {
  interface GlobalComponents {
    'dogeared-recent': DefineComponent<Props>;
  }
}
