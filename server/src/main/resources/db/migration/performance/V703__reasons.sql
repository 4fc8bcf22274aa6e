-- The tree of downtime reasons. The single row of reason_tree is its version: who changes the tree
-- names the version they looked at. It is there once the tree has had its initial content.
create table reason_tree (
  id      integer primary key,
  version bigint  not null
);

create table downtime_reason (
  code          varchar(80)   primary key,
  parent        varchar(80),
  position      integer       not null,
  name_en       varchar(200)  not null,
  name_zh       varchar(200)  not null,
  state         varchar(20)   not null,
  loss          varchar(20),
  machine_codes varchar(1000) not null,
  classes       varchar(4000) not null,
  active        boolean       not null
);
