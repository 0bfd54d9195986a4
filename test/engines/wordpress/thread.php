<?php
// What is inside the tag is what readers without JavaScript have.
?>
<div class="comments-area default-max-width">
  <dogeared-comments src="/wp-json/wp/v2/comments?post=<?php the_ID() ?>">
    <ol>
      <?php foreach (get_comments(['post_id' => get_the_ID(), 'status' => 'approve', 'order' => 'asc']) as $comment): ?>
        <li><?php echo esc_html($comment->comment_author . ': ' . $comment->comment_content) ?></li>
      <?php endforeach ?>
    </ol>
  </dogeared-comments>
  <?php if (!file_exists(WP_CONTENT_DIR . '/anonymous-comments')) comment_form() ?>
</div>
