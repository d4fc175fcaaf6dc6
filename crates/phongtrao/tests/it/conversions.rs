//! The same documents in other formats score as their text does.
