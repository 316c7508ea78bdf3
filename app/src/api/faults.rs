//! Validation of form fields. All errors of a form are reported at once.

use domain::account::{Account, AccountService, EmailAddress};

use super::{ApiError, FormField};

/// Errors found so far, in the order of the fields.
#[derive(Default)]
pub(super) struct Faults(Vec<ApiError>);

impl Faults {
    /// Requires that a field is not empty.
    pub(super) fn filled(mut self, field: FormField, text: &str) -> Self {
        if text.trim_matches(' ').is_empty() {
            self.0.push(ApiError::Missing { field });
        }
        self
    }

    /// Requires an email address in the field `email`.
    pub(super) fn email(self, text: &str) -> Self {
        let found = self.0.len();
        let mut faults = self.filled(FormField::Email, text);
        if faults.0.len() == found && EmailAddress::parse(text).is_err() {
            faults.0.push(ApiError::Email);
        }
        faults
    }

    /// Requires an acceptable new password in the field `password`. The account's address may itself be invalid.
    pub(super) fn new_password(self, desk: &AccountService, text: &str, email: &str) -> Self {
        let found = self.0.len();
        let mut faults = self.filled(FormField::Password, text);
        if faults.0.len() == found {
            faults.0.extend(desk.judge_password(text, email).err().map(ApiError::from));
        }
        faults
    }

    /// Requires the field `current_password`, if the account has a password.
    pub(super) fn current_password(self, account: &Account, text: &str) -> Self {
        if account.password.is_some() { self.filled(FormField::CurrentPassword, text) } else { self }
    }

    /// Succeeds if there were no errors; fails with all of them otherwise.
    pub(super) fn none(self) -> Result<(), ApiError> {
        let mut errors = self.0;
        match errors.len() {
            0 => Ok(()),
            1 => Err(errors.remove(0)),
            _ => Err(ApiError::Several { errors }),
        }
    }
}
