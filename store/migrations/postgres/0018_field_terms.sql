-- Tables, columns and words under the names that the field has for them. Programs before this one know the old names only.
ALTER TABLE letters RENAME TO outbox_emails;
ALTER SEQUENCE letters_id_seq RENAME TO outbox_emails_id_seq;
ALTER INDEX letters_pkey RENAME TO outbox_emails_pkey;
ALTER INDEX letters_by_due RENAME TO outbox_emails_by_due;
ALTER INDEX letters_by_recipient RENAME TO outbox_emails_by_recipient;
UPDATE outbox_emails SET kind = CASE kind WHEN 'join' THEN 'register' WHEN 'already_joined' THEN 'already_registered'
    WHEN 'leave_email' THEN 'confirm_old_email' WHEN 'take_email' THEN 'confirm_new_email' ELSE kind END
    WHERE kind IN ('join', 'already_joined', 'leave_email', 'take_email');

ALTER TABLE detours RENAME TO oidc_logins;
ALTER INDEX detours_pkey RENAME TO oidc_logins_pkey;
ALTER TABLE oidc_logins RENAME CONSTRAINT detours_account_id_fkey TO oidc_logins_account_id_fkey;
ALTER TABLE sessions RENAME COLUMN proven_at TO authenticated_at;

ALTER TABLE confirmations DROP CONSTRAINT confirmations_purpose_check;
UPDATE confirmations SET purpose = CASE purpose WHEN 'join' THEN 'register' WHEN 'leave_email' THEN 'confirm_old_email'
    WHEN 'take_email' THEN 'confirm_new_email' END WHERE purpose IN ('join', 'leave_email', 'take_email');
ALTER TABLE confirmations ADD CONSTRAINT confirmations_purpose_check
    CHECK (purpose IN ('register', 'sign_in', 'reset_password', 'confirm_old_email', 'confirm_new_email', 'secure_account'));

UPDATE schema_compatibility SET compatible_from = 18;
