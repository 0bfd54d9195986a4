<?php
// The comments of the tests: a long thread, hostile ones, one that waits, and a number for each of five posts.

/** As the comment form stores it for somebody who is not logged in; `raw` is what only a broken plugin would store. */
function say(int $post, string $author, string $text, string $date, array $more = []): int {
  return wp_insert_comment([
    'comment_post_ID' => $post,
    'comment_parent' => $more['parent'] ?? 0,
    'comment_author' => $author,
    'comment_author_email' => 'reader@example.org',
    'comment_author_url' => $more['url'] ?? '',
    'comment_content' => isset($more['raw']) ? wp_slash($text) : wp_filter_kses(wp_slash($text)),
    'comment_date' => get_date_from_gmt($date),
    'comment_date_gmt' => $date,
    'comment_approved' => $more['approved'] ?? 1,
  ]);
}

/** Numbers by hand: tea 27 that are approved, prices 4, summer 3, lids 2, clay 1. */
function seed_comments(array $ids): void {
  $tea = $ids['the-tea-that-waited'];
  $first = say($tea, 'Mara', 'Cold tea is <strong>still</strong> tea.', '2025-05-29 08:00:00', ['url' => 'https://example.org/~mara']);
  $answer = say($tea, 'Jonas', 'Not in our house.', '2025-05-29 09:00:00', ['parent' => $first]);
  say($tea, 'Mara', 'Then come to ours.', '2025-05-29 10:00:00', ['parent' => $answer]);
  say($tea, 'Fog', '<script>window.__ran = 1</script><img src=x onerror="window.__ran = 2"> smoke', '2025-05-29 11:00:00', ['raw' => 1]);
  say($tea, 'Spam', 'Buy lids', '2025-05-29 12:00:00', ['approved' => 0]);
  say($tea, '<b>Ines</b>', "Use `<script>` here:\n\n[a link](javascript:alert(1)) & *stars*", '2025-05-29 13:00:00');
  for ($n = 1; $n <= 22; $n++) say($tea, "Reader $n", "Cup number $n.", sprintf('2025-05-30 08:%02d:00', $n));
  foreach (['what-a-bowl-should-cost' => 4, 'summer-hours' => 3, 'broken-lids' => 2, 'clay-from-the-river' => 1] as $slug => $count)
    for ($n = 1; $n <= $count; $n++) say($ids[$slug], "Reader $n", "Word number $n.", sprintf('2025-06-13 08:%02d:00', $n));
}
