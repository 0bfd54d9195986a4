#!/bin/sh
# Builds the demo blog: sh demo/_source/build.sh
# Needs Jekyll 4 and jekyll-feed (Debian: apt-get install jekyll ruby-jekyll-feed).
# The output is committed beside this folder.
set -eu
source=$(cd "$(dirname "$0")" && pwd)
demo=$(dirname "$source")
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

ruby "$source/_tools/rank.rb"
JEKYLL_ENV=production jekyll build --quiet --disable-disk-cache --source "$source" --destination "$out/site"
ruby "$source/_tools/draw.rb" "$out/site/images"
cp "$source/_data/counts.json" "$source/_data/comments.json" "$out/site/"

# Only what this script makes is replaced; anything else in demo/ stays.
rm -rf "$demo/posts" "$demo/images"
cp -R "$out/site/posts" "$out/site/images" "$demo/"
cp "$out/site/index.html" "$out/site/feed.xml" "$out/site/counts.json" "$out/site/comments.json" "$out/site/style.css" "$demo/"
