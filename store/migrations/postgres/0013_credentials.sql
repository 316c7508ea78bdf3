-- Raised by every change of password, address or way in. Whatever rests on an account as it was read compares it.
ALTER TABLE accounts ADD COLUMN credentials_version BIGINT NOT NULL DEFAULT 1;

-- The name of the device or provider that a letter tells of.
ALTER TABLE letters ADD COLUMN detail TEXT;

-- One more purpose.
ALTER TABLE confirmations DROP CONSTRAINT confirmations_purpose_check;
ALTER TABLE confirmations ADD CONSTRAINT confirmations_purpose_check
    CHECK (purpose IN ('join', 'sign_in', 'reset_password', 'leave_email', 'take_email', 'secure_account'));
