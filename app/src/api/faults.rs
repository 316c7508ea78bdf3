//! What is wrong with the fields of a form: all of it at once.

use domain::account::{Account, AccountService, EmailAddress};

use super::{ApiError, FormField};

/// What was found so far, in the order of the fields.
#[derive(Default)]
pub(super) struct Faults(Vec<ApiError>);

impl Faults {
    /// A field must not be empty.
    pub(super) fn filled(mut self, field: FormField, text: &str) -> Self {
        if text.trim_matches(' ').is_empty() {
            self.0.push(ApiError::Missing { field });
        }
        self
    }

    /// The field `email` must be an address.
    pub(super) fn email(self, text: &str) -> Self {
        let found = self.0.len();
        let mut faults = self.filled(FormField::Email, text);
        if faults.0.len() == found && EmailAddress::parse(text).is_err() {
            faults.0.push(ApiError::Email);
        }
        faults
    }

    /// The field `password` must do for a new password of the account of an address, whatever that is worth.
    pub(super) fn new_password(self, desk: &AccountService, text: &str, email: &str) -> Self {
        let found = self.0.len();
        let mut faults = self.filled(FormField::Password, text);
        if faults.0.len() == found {
            faults.0.extend(desk.judge_password(text, email).err().map(ApiError::from));
        }
        faults
    }

    /// The field `current_password` is asked for where the account has one.
    pub(super) fn current_password(self, account: &Account, text: &str) -> Self {
        if account.password.is_some() { self.filled(FormField::CurrentPassword, text) } else { self }
    }

    /// Nothing was wrong, or all that was.
    pub(super) fn none(self) -> Result<(), ApiError> {
        let mut errors = self.0;
        match errors.len() {
            0 => Ok(()),
            1 => Err(errors.remove(0)),
            _ => Err(ApiError::Several { errors }),
        }
    }
}
