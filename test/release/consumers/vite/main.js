import 'dogeared/elements/recent';
