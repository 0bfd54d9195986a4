// What an owner's one script tag loads: the elements on the page, and nothing else.
import '../components/cdn.ts';
