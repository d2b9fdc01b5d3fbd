//! A value, or the reason why there is none. Missing is not zero and not empty text.

use serde::de::{self, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use specta::Type;
use std::fmt;
use std::marker::PhantomData;

/// Why a value is missing although the field was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// It exists and is not disclosed ("nfp", "exempt").
    Withheld,
    /// It need not exist here ("N/A").
    NotRequired,
    /// It should exist and was not given ("Not reported").
    NotReported,
    /// Nobody knows yet ("tbd"), or the text could not be read as a value.
    Unknown,
}

/// The reason, with the words that stood in the place of the value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct Gap {
    pub reason: Reason,
    pub said: String,
}

/// A value or the reason why it is missing. Written as `{"known": …}` or `{"missing": …}`; a bare text, number or
/// truth value is read as known, because people write it so by hand and files of format 1 hold some fields so.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Maybe<T> {
    Known(T),
    Missing(Gap),
}

/// A field that can be missing: `None` was never filled, `Missing` was answered without a value.
pub type Field<T> = Option<Maybe<T>>;

impl<T> Maybe<T> {
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Missing(_) => None,
        }
    }

    pub fn missing(reason: Reason, said: impl Into<String>) -> Self {
        Self::Missing(Gap {
            reason,
            said: said.into(),
        })
    }
}

/// What a field that can be missing knows.
pub trait Known<T> {
    /// The value; `None` when it was never filled or is missing for a reason.
    fn value(&self) -> Option<&T>;
}

impl<T> Known<T> for Field<T> {
    fn value(&self) -> Option<&T> {
        self.as_ref().and_then(Maybe::known)
    }
}

/// A field with a known value.
#[must_use]
pub fn known<T>(value: T) -> Field<T> {
    Some(Maybe::Known(value))
}

/// Reads a text field; a bare empty text, which files of format 1 hold, says that it was never filled.
pub(super) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Field<String>, D::Error> {
    struct Text;

    impl<'de> Visitor<'de> for Text {
        type Value = Field<String>;

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("a text, {\"known\": …} or {\"missing\": …}")
        }

        fn visit_unit<E: de::Error>(self) -> Result<Field<String>, E> {
            Ok(None)
        }

        fn visit_none<E: de::Error>(self) -> Result<Field<String>, E> {
            Ok(None)
        }

        fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Field<String>, D::Error> {
            from.deserialize_any(self)
        }

        fn visit_str<E: de::Error>(self, value: &str) -> Result<Field<String>, E> {
            Ok((!value.is_empty()).then(|| Maybe::Known(value.to_owned())))
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Field<String>, A::Error> {
            Either(PhantomData).visit_map(map).map(Some)
        }
    }

    from.deserialize_any(Text)
}

struct Either<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Either<T> {
    type Value = Maybe<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value, {\"known\": …} or {\"missing\": …}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Maybe<T>, A::Error> {
        let found = match map.next_key::<String>()?.as_deref() {
            Some("known") => Maybe::Known(map.next_value()?),
            Some("missing") => Maybe::Missing(map.next_value()?),
            Some(other) => {
                return Err(de::Error::unknown_field(other, &["known", "missing"]));
            }
            None => return Err(de::Error::custom("neither \"known\" nor \"missing\"")),
        };
        match map.next_key::<String>()? {
            None => Ok(found),
            Some(_) => Err(de::Error::custom("both a value and a reason")),
        }
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Maybe<T>, E> {
        T::deserialize(value.into_deserializer()).map(Maybe::Known)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Maybe<T>, E> {
        T::deserialize(value.into_deserializer()).map(Maybe::Known)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Maybe<T>, E> {
        T::deserialize(value.into_deserializer()).map(Maybe::Known)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Maybe<T>, E> {
        T::deserialize(value.into_deserializer()).map(Maybe::Known)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Maybe<T>, E> {
        T::deserialize(value.into_deserializer()).map(Maybe::Known)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Maybe<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Either(PhantomData))
    }
}
