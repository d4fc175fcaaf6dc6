//! Keys whose values are words of a closed list.

/// A closed list of words, each a variant.
pub trait Choice: Copy + PartialEq + 'static {
    /// All of them, in the order of the documentation.
    const ALL: &'static [Self];

    /// The word of `plan.toml`.
    fn word(self) -> &'static str;

    /// The variant of a word of `plan.toml`.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.word() == word)
    }
}

macro_rules! choice {
    ($(#[$about:meta])* $name:ident { $($(#[$variant_about:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_about])* $variant,)* }

        impl Choice for $name {
            const ALL: &'static [$name] = &[$($name::$variant),*];

            fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }
        }
    };
}

choice! {
    /// The form of a movement (Law on Emulation and Commendation, Article 16).
    MovementForm {
        /// Thi đua thường xuyên.
        Regular = "regular",
        /// Thi đua theo chuyên đề.
        Thematic = "thematic",
    }
}

choice! {
    /// Who can be honoured.
    SubjectKind {
        /// Tập thể.
        Collective = "collective",
        /// Cá nhân.
        Individual = "individual",
        /// Hộ gia đình.
        Household = "household",
    }
}

choice! {
    /// What kind of honour: four different things, never one field.
    AwardForm {
        /// Danh hiệu.
        Title = "title",
        /// Hình thức khen thưởng.
        Commendation = "commendation",
        /// Công nhận.
        Recognition = "recognition",
        /// Biểu dương.
        Praise = "praise",
    }
}

choice! {
    /// What a round of judging is for.
    RoundKind {
        /// Every year.
        Yearly = "yearly",
        /// At the end of a phase (sơ kết).
        Interim = "interim",
        /// At the end of the movement (tổng kết).
        Final = "final",
    }
}

choice! {
    /// What a recipient gets the plan for.
    RecipientPurpose {
        /// Để thực hiện, để chỉ đạo thực hiện.
        CarryOut = "carry-out",
        /// Để phối hợp.
        Coordinate = "coordinate",
        /// Để báo cáo, b/c.
        Report = "report",
        /// Lưu.
        File = "file",
    }
}

choice! {
    /// What a way is for.
    WayPurpose {
        /// The file of a proposal.
        Dossier = "dossier",
        /// A recognition.
        Recognition = "recognition",
        /// The staged development of a person.
        Pathway = "pathway",
    }
}

choice! {
    /// What is done in a step.
    StepKind {
        /// Somebody checks the file.
        Check = "check",
        /// It is made known, and objections are heard.
        Notice = "notice",
        /// A body votes.
        Vote = "vote",
        /// Somebody signs.
        Sign = "sign",
        /// The file goes on.
        Forward = "forward",
    }
}
