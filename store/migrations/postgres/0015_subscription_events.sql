-- State of a subscription at changed_at: 0 waits for payment, 1 is open, 2 has ended. Among changes of the same instant the higher counts.
ALTER TABLE subscriptions ADD COLUMN state BIGINT NOT NULL DEFAULT 1;

-- What was closed in the instant of its change may have been waiting: told again, its opening counts.
UPDATE subscriptions SET state = CASE WHEN ends_at > changed_at THEN 1 WHEN ends_at = changed_at THEN 0 ELSE 2 END;

-- Events of payment providers that were applied: one that is delivered again changes nothing.
CREATE TABLE subscription_events (
    event    TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    noted_at BIGINT NOT NULL
);

CREATE INDEX subscription_events_by_time ON subscription_events (noted_at);
