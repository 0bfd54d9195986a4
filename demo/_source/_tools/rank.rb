# Writes _data/recent_favorites.yml: the ten posts whose views, halved for every
# fifteen days of age, are the most. (Liquid has no powers.) The day of reckoning
# does not change the order: all posts age alike.
require "json"
require "time"

ENV["TZ"] = "Europe/London"
source = File.expand_path("..", __dir__)
counts = JSON.parse(File.read("#{source}/_data/counts.json"))

posts = Dir["#{source}/_posts/*.md"].to_h do |file|
  date = Time.parse(File.read(file)[/^date: (.+)$/, 1])
  ["/blog/posts/#{File.basename(file, ".md").sub(/\A\d+-\d+-\d+-/, "")}/", date]
end
odd = (posts.keys - counts.keys) | (counts.keys - posts.keys)
abort "posts and counts differ: #{odd.join(", ")}" if odd.any?

now = posts.values.max
score = ->(path) { counts[path] * 2.0**((posts[path] - now) / 86_400 / 15) }
top = posts.keys.sort_by { |path| -score[path] }.first(10)
top.each { |path| warn format("%8.1f  %s", score[path], path) } if ARGV.include?("--show")
File.write("#{source}/_data/recent_favorites.yml", "# Written by _tools/rank.rb\n" + top.map { |path| "- #{path}\n" }.join)
