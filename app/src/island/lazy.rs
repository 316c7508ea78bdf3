//! Code that the browser loads when it is wanted.

pub use leptos::wasm_split::SplitLoaderError as NotLoaded;

/// Makes a function whose code comes in a file of its own, with all that only it needs: the file of the name behind `in`. It is called like
/// an async function. Built without the feature `split`, as by `cargo leptos watch`, it is one.
macro_rules! lazy {
    (
        $(#[$attribute:meta])*
        $visibility:vis fn $name:ident($($argument:ident: $kind:ty),* $(,)?) -> $answer:ty, in $file:ident $body:block
    ) => {
        $(#[$attribute])*
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($file, wasm_split_path = leptos::wasm_split, fallible)]
        $visibility fn $name($($argument: $kind),*) -> Result<$answer, $crate::island::NotLoaded> {
            Ok($body)
        }

        $(#[$attribute])*
        #[cfg(not(feature = "split"))]
        $visibility async fn $name($($argument: $kind),*) -> Result<$answer, $crate::island::NotLoaded> {
            Ok($body)
        }
    };
}

pub(crate) use lazy;
