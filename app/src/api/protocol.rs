//! Protocol of a call of a server function: the fields of a form to the server, a typed response back.
//!
//! The server's side is the framework's. The browser's side is of our own: the framework's makes a copy of all its code for each function,
//! these share one.

use std::future::Future;

use http::Method;
use leptos::server_fn::client::Client;
use leptos::server_fn::codec::{FromReq, FromRes, IntoReq, IntoRes};
use leptos::server_fn::server::Server;
use leptos::server_fn::{Http, Protocol};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::ApiError;
use super::client::call;
use super::codec::{Fields, Outcome, Typed, decode, encode_fields};
use crate::browser::Credentials;

/// Protocol of a call in the name of whoever is signed in.
pub struct Call;

/// Protocol of a call that outlives its page and carries no cookies, so that nothing ties what is counted to a reader.
pub struct Beacon;

macro_rules! protocol {
    ($name:ident, $credentials:expr) => {
        impl<Input, Output, Browser, Machine> Protocol<Input, Output, Browser, Machine, ApiError> for $name
        where
            Input: Serialize
                + IntoReq<Fields, Browser::Request, ApiError>
                + FromReq<Fields, Machine::Request, ApiError>
                + Send,
            Output: Outcome
                + DeserializeOwned
                + IntoRes<Typed, Machine::Response, ApiError>
                + FromRes<Typed, Browser::Response, ApiError>
                + Send,
            Browser: Client<ApiError>,
            Machine: Server<ApiError>,
        {
            const METHOD: Method = Method::POST;

            fn run_server<F, Fut>(
                request: Machine::Request,
                function: F,
            ) -> impl Future<Output = Result<Machine::Response, ApiError>> + Send
            where
                F: Fn(Input) -> Fut + Send,
                Fut: Future<Output = Result<Output, ApiError>> + Send,
            {
                <Http<Fields, Typed> as Protocol<Input, Output, Browser, Machine, ApiError>>::run_server(
                    request, function,
                )
            }

            fn run_client(path: &str, input: Input) -> impl Future<Output = Result<Output, ApiError>> + Send {
                let response = call(path, encode_fields(&input), $credentials);
                async move { decode(&response.await?).ok_or(ApiError::Unreachable) }
            }
        }
    };
}

protocol!(Call, Credentials::SameOrigin);
protocol!(Beacon, Credentials::Omit);
