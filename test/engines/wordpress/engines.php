<?php
// A plugin of the tests: the thread's tag in the place of the theme's comments, around what WordPress prints; and two
// switches, files in wp-content: comments by everybody, and comments by nobody any more.
add_filter('rest_allow_anonymous_comments', fn() => file_exists(WP_CONTENT_DIR . '/anonymous-comments'));
add_filter('comments_open', fn($open) => $open && !file_exists(WP_CONTENT_DIR . '/closed-comments'));
add_filter('comments_template', fn() => WP_CONTENT_DIR . '/mu-plugins/engines/thread.php');
