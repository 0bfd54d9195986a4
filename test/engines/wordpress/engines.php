<?php
// A plugin of the tests: comments by everybody while there is a file that says so, and the thread's tag below each post.
add_filter('rest_allow_anonymous_comments', fn() => file_exists(WP_CONTENT_DIR . '/anonymous-comments'));
add_filter('the_content', fn($html) => is_single() && file_exists(WP_CONTENT_DIR . '/comments-tag')
  ? $html . '<dogeared-comments src="/wp-json/wp/v2/comments?post=' . get_the_ID() . '"></dogeared-comments>'
  : $html);
