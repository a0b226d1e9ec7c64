#!/bin/sh
# Creates one role and one database for each service. The image's entry point runs this once, on an
# empty data directory, while the server listens on its socket only.
set -eu

create_database() {
  psql --no-psqlrc --quiet --username "${POSTGRES_USER:-postgres}" --dbname postgres \
    --set ON_ERROR_STOP=1 --set role="$1" --set database="$2" --set password="$3" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE DATABASE :"database" OWNER :"role";
REVOKE CONNECT ON DATABASE :"database" FROM PUBLIC;
SQL
}

create_database "$CATALOG_USERNAME" catalog "$CATALOG_PASSWORD"
create_database "$MARKET_USERNAME" market "$MARKET_PASSWORD"
create_database "$SCHEDULING_USERNAME" scheduling "$SCHEDULING_PASSWORD"
