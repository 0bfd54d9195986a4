#!/bin/sh
# Builds the demo blog: sh demo/_source/build.sh
# Needs Jekyll 4 and jekyll-feed (Debian: apt-get install jekyll ruby-jekyll-feed).
# The output is committed in demo/blog.
set -eu
source=$(cd "$(dirname "$0")" && pwd)
blog=$(dirname "$source")/blog
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

ruby "$source/_tools/rank.rb"
JEKYLL_ENV=production jekyll build --quiet --disable-disk-cache --source "$source" --destination "$out/site"
ruby "$source/_tools/draw.rb" "$out/site/blog/images"
cp "$source/_data/counts.json" "$source/_data/comments.json" "$out/site/style.css" "$out/site/blog/"

# Only what this script makes is replaced; anything else in demo/blog stays.
rm -rf "$blog/posts" "$blog/images"
cp -R "$out/site/blog/." "$blog/"
