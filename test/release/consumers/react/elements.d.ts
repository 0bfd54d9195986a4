// A stand-in until the package brings types for JSX: the rehearsal replaces this file as soon as there is an entry for them.
import type { DogearedRecent } from 'dogeared/elements/recent';
import type { DetailedHTMLProps, HTMLAttributes, ReactNode } from 'react';

type Props = Omit<DetailedHTMLProps<HTMLAttributes<DogearedRecent>, DogearedRecent>, 'children'> & {
  children?: ReactNode;
  src?: string;
  limit?: number;
  'ondogeared-load'?: (event: CustomEvent<{ posts: readonly unknown[] }>) => void;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'dogeared-recent': Props;
    }
  }
}
