<?php
// php seed.php CONTENT_FOLDER: installs WordPress, and writes the blog of the tests into it.
$content = $argv[1];
$posts = json_decode(file_get_contents("$content/posts.json"), true);
$_SERVER += ['HTTP_HOST' => parse_url(getenv('WP_ORIGIN'), PHP_URL_HOST), 'REQUEST_URI' => '/'];
$_SERVER += ['SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET'];
define('WP_INSTALLING', true);
require getenv('WP_ROOT') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/image.php';
function wp_new_blog_notification() {} // no mail
wp_install('Kiln Notes', 'editor', 'editor@example.org', true, '', 'throwaway-password');

$options = [
  'blogdescription' => 'Clay, wood and patience',
  'permalink_structure' => '/%year%/%monthnum%/%postname%/',
  'timezone_string' => 'Europe/Zurich', // dates in answers are not UTC
  'rss_use_excerpt' => 0,
  'posts_per_page' => 2,
  'comment_moderation' => 0,
  'comment_previously_approved' => 0,
  'require_name_email' => 0,
  'thread_comments' => 1,
  'thread_comments_depth' => 5,
  'comments_notify' => 0,
  'moderation_notify' => 0,
];
foreach ($options as $name => $value) update_option($name, $value);
foreach (get_posts(['numberposts' => -1, 'post_type' => ['post', 'page'], 'post_status' => 'any']) as $post)
  wp_delete_post($post->ID, true);
$GLOBALS['wp_rewrite']->init();
kses_remove_filters(); // what the owner writes is the owner's
wp_set_current_user(1);

function put(array $post): int {
  $local = get_date_from_gmt($gmt = gmdate('Y-m-d H:i:s', strtotime($post['date'])));
  $id = wp_insert_post(wp_slash([
    'post_title' => htmlspecialchars($post['title'], ENT_NOQUOTES), // as the editor stores it
    'post_name' => $post['slug'],
    'post_content' => '<p>' . htmlspecialchars($post['body'], ENT_NOQUOTES) . '</p>',
    'post_excerpt' => htmlspecialchars($post['excerpt'] ?? '', ENT_NOQUOTES),
    'post_status' => $post['status'] ?? 'publish',
    'post_password' => $post['password'] ?? '',
    'post_date' => $local,
    'post_date_gmt' => $gmt,
    'post_author' => 1,
    'tags_input' => $post['tags'] ?? [],
    'comment_status' => $post['slug'] === 'clay-from-the-river' ? 'closed' : 'open',
  ]), true);
  if (is_wp_error($id)) exit($id->get_error_message());
  return $id;
}

$ids = [];
foreach ($posts as $post) {
  $id = $ids[$post['slug']] = put($post);
  if ($post['featured'] ?? false) stick_post($id);
  if (empty($post['image'])) continue;
  $file = wp_upload_dir()['path'] . '/' . $post['image'];
  copy("$content/{$post['image']}", $file);
  $image = wp_insert_attachment(['post_mime_type' => 'image/png', 'post_title' => 'A mug', 'post_status' => 'inherit'], $file, $id);
  wp_update_attachment_metadata($image, wp_generate_attachment_metadata($image, $file));
  update_post_meta($image, '_wp_attachment_image_alt', 'A green mug');
  set_post_thumbnail($id, $image);
}
// One to be listed without its words, and three that nobody may see.
$secret = ['body' => 'The secret is in the ash.', 'date' => '2025-06-15T10:00:00Z'];
$ids['members-only'] = put($secret + ['slug' => 'members-only', 'title' => 'Members only', 'password' => 'kiln']);
put($secret + ['slug' => 'a-draft', 'title' => 'A draft', 'status' => 'draft']);
put($secret + ['slug' => 'private', 'title' => 'Private', 'status' => 'private']);
put(['date' => gmdate('c', time() + 9e7), 'slug' => 'tomorrow', 'title' => 'Tomorrow', 'status' => 'future'] + $secret);

require __DIR__ . '/comments.php';
seed_comments($ids);

// The tags, pasted into two widgets as an owner does it.
$widgets = array_map(fn($name) => ['title' => '', 'content' => file_get_contents(__DIR__ . "/widget-$name.html")], [2 => 'api', 3 => 'feed']);
update_option('widget_custom_html', $widgets + ['_multiwidget' => 1]);
update_option('sidebars_widgets', ['wp_inactive_widgets' => [], 'sidebar-1' => ['custom_html-2', 'custom_html-3'], 'array_version' => 3]);
update_option('rewrite_rules', '');
echo json_encode($ids);
