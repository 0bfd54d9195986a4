-- Waline's tables; its package for npm brings none.
create table wl_Comment (
  id integer primary key autoincrement, user_id integer, insertedAt timestamp default current_timestamp,
  createdAt timestamp default current_timestamp, updatedAt timestamp default current_timestamp, comment text,
  ip varchar(100) default '', link varchar(255), mail varchar(255), nick varchar(255), pid integer, rid integer,
  sticky numeric, status varchar(50) not null default '', "like" integer, ua text, url varchar(255)
);
create table wl_Counter (
  id integer primary key autoincrement, time integer, reaction0 integer, reaction1 integer, reaction2 integer,
  reaction3 integer, reaction4 integer, reaction5 integer, reaction6 integer, reaction7 integer, reaction8 integer,
  url varchar(255) not null default '', createdAt timestamp default current_timestamp,
  updatedAt timestamp default current_timestamp
);
create table wl_Users (
  id integer primary key autoincrement, display_name varchar(255) not null default '',
  email varchar(255) not null default '', password varchar(255) not null default '',
  type varchar(50) not null default '', label varchar(255), url varchar(255), avatar varchar(255), github varchar(255),
  twitter varchar(255), facebook varchar(255), google varchar(255), weibo varchar(255), qq varchar(255),
  oidc varchar(255), huawei varchar(255), "2fa" varchar(32), createdAt timestamp default current_timestamp,
  updatedAt timestamp default current_timestamp
);
