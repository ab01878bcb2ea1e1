-- What grows is found without reading all of it: retention, histories, the audit log, and what goes when an article goes.
create index article_feedback_article on article_feedback (article_id);
create index article_feedback_at on article_feedback (at);
drop index article_feedback_open;
create index article_feedback_open on article_feedback (article_id) where settled_at is null and not helpful;
create index search_count_day on search_count (day);
create index search_count_recent on search_count (brand_id, day);
create index publication_history on publication (article_id, locale, id desc);
create index review_revision on review (revision_id);
create index publication_schedule_revision on publication_schedule (revision_id);
create index revision_source on revision (source_revision_id);
create index staff_activity_brand on staff_activity (brand_id, at desc);
create index staff_session_expiry on staff_session (expires_at);
create index rate_limit_expiry on rate_limit (expire);
create index proposal_article on proposal (article_id);

-- A stretch that has ended says who ended it; a plan is either done or called off.
alter table publication add constraint publication_end_is_whole check ((ended_at is null) = (ended_by is null));
alter table publication_schedule add constraint schedule_ends_once check (done_at is null or cancelled_at is null);
