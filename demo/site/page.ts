/** What every page of the site needs. */
import { copyButtons } from './copy.ts';

copyButtons();
