#!/bin/sh
# Proves that no panel of the dashboard and no alert looks at nothing: scrapes the running services
# with a Prometheus of its own and counts the series behind each query.
#
#   deploy/monitoring/prove.sh
#
# Environment: CATALOG_ADDRESS, MARKET_ADDRESS, SCHEDULING_ADDRESS (default 127.0.0.1:8081 to 8083).
# Ends with 0 when everything has series, 1 when something is empty, 2 when it could not look.
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
catalog=${CATALOG_ADDRESS:-127.0.0.1:8081}
market=${MARKET_ADDRESS:-127.0.0.1:8082}
scheduling=${SCHEDULING_ADDRESS:-127.0.0.1:8083}
wait_seconds=90
prometheus_pid=

fail() {
  echo "prove.sh: $*" >&2
  exit 2
}

for program in prometheus promtool jq; do
  command -v "$program" >/dev/null ||
    fail "'$program' was not found. On Debian: apt-get install prometheus jq"
done

work=$(mktemp -d)
clean_up() {
  if [ -n "$prometheus_pid" ]; then
    kill "$prometheus_pid" 2>/dev/null || true
    wait "$prometheus_pid" 2>/dev/null || true
  fi
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# The committed configuration, only faster and with the addresses asked for.
configure() {
  cp -R "$home/rules" "$work/rules"
  sed -e 's/^\( *scrape_interval:\).*/\1 2s/' \
    -e 's/^\( *evaluation_interval:\).*/\1 2s/' \
    -e "s/127\.0\.0\.1:8081/$catalog/" \
    -e "s/127\.0\.0\.1:8082/$market/" \
    -e "s/127\.0\.0\.1:8083/$scheduling/" \
    "$home/prometheus.yml" >"$work/prometheus.yml"
}

# Prometheus itself says whether a port is free; a test beforehand could be overtaken.
start() {
  port=19090
  while [ "$port" -lt 19110 ]; do
    prometheus --config.file="$work/prometheus.yml" \
      --storage.tsdb.path="$work/data" \
      --storage.tsdb.retention.time=1h \
      --web.listen-address="127.0.0.1:$port" \
      >"$work/prometheus.log" 2>&1 &
    prometheus_pid=$!
    if came_up; then
      return
    fi
    port=$((port + 1))
  done
  tail -n 5 "$work/prometheus.log" >&2
  fail "Prometheus did not start on any port from 19090 to 19109; its last words are above."
}

came_up() {
  tries=0
  while kill -0 "$prometheus_pid" 2>/dev/null; do
    sleep 1
    # Its own word, not an answer on the port: there another Prometheus might be listening.
    if grep -q 'ready to receive web requests' "$work/prometheus.log"; then
      return 0
    fi
    tries=$((tries + 1))
    if [ "$tries" -ge 30 ]; then
      kill "$prometheus_pid" 2>/dev/null || true
      break
    fi
  done
  wait "$prometheus_pid" 2>/dev/null || true
  prometheus_pid=
  return 1
}

# Prints one line for each series the query finds now.
query() {
  promtool query instant "http://127.0.0.1:$port" "$1" 2>>"$work/query.log" | grep '=>' || true
}

count() {
  query "$1" | wc -l
}

# True when every service has answered in two scrapes, and rules have been evaluated since.
scraped_twice() {
  [ "$(count 'sum_over_time(up[5m]) >= 3')" -eq 3 ]
}

await_scrapes() {
  echo "Scraping $catalog, $market and $scheduling ..."
  waited=0
  until scraped_twice; do
    if [ "$waited" -ge 12 ]; then
      complain_about_silent
    fi
    [ "$waited" -lt "$wait_seconds" ] || fail "no two scrapes within $wait_seconds s"
    sleep 2
    waited=$((waited + 2))
  done
}

complain_about_silent() {
  silent=$(query 'max_over_time(up[5m]) == 0' | sed 's/.*instance="\([^"]*\)".*job="\([^"]*\)".*/\2 at \1/')
  [ -z "$silent" ] && return
  echo "$silent" | while read -r service; do
    echo "prove.sh: $service does not answer /q/metrics" >&2
  done
  fail "start the services first: ./suanwang up"
}

# What Grafana would put in place of its variables.
substitute() {
  # shellcheck disable=SC2016 # these are Grafana's dollars, not the shell's
  sed -e 's/\$__rate_interval/1m/g' -e 's/\$__range/10m/g' -e 's/\$__interval/15s/g' \
    -e 's/\$job/.+-service/g' -e 's/\$policy/.+/g'
}

# Reads lines "what<TAB>query", prints a table, and remembers what is empty.
prove() {
  printf '\n%-56s %s\n' "$1" series
  while IFS="$(printf '\t')" read -r what expression; do
    found=$(count "$expression")
    printf '%-56s %6d\n' "$what" "$found"
    if [ "$found" -eq 0 ]; then
      printf '%s\t%s\n' "$what" "$expression" >>"$work/empty"
    fi
  done
}

panel_queries() {
  jq -r '.panels[] | select(.targets) | .title as $title | .targets[]
         | ["\($title) \(.refId)", .expr] | @tsv' "$home/dashboards/overview.json" | substitute
}

# Names of the contract and of recording rules that the rules mention.
rule_queries() {
  {
    jq -r '.[].name' "$home/metrics.json"
    sed -n 's/^ *- record: *//p' "$home"/rules/*.yml
  } | while read -r metric; do
    if cat "$home"/rules/*.yml | grep -q -w -F -- "$metric"; then
      printf '%s\t%s\n' "$metric" "$metric"
    fi
  done
}

contract_queries() {
  jq -r '.[] | [.name, .name] | @tsv' "$home/metrics.json"
}

configure
start
await_scrapes
: >"$work/empty"
panel_queries | prove "Panel and query of dashboards/overview.json"
rule_queries | prove "Metric that rules/*.yml look at"
contract_queries | prove "Metric of metrics.json"

if [ -s "$work/empty" ]; then
  printf '\nEmpty:\n' >&2
  cat "$work/empty" >&2
  echo "Services that have answered no request have no request metrics: run the reference job (./suanwang up) first." >&2
  exit 1
fi
printf '\nEvery query has series.\n'
