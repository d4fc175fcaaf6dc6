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
    /// What the year of a round is: which facts it judges.
    Counting {
        /// The calendar year.
        CalendarYear = "calendar-year",
        /// The school year.
        SchoolYear = "school-year",
        /// The year of the statistics of emulation and commendation.
        StatisticsYear = "statistics-year",
        /// A phase of the plan.
        Phase = "phase",
        /// The plan's whole period.
        Plan = "plan",
    }
}

choice! {
    /// What a percentage of a quota is of.
    QuotaBase {
        /// All whom the award concerns.
        Eligible = "eligible",
        /// Those of them who meet all its criteria.
        Met = "met",
        /// All members of the group.
        Members = "members",
        /// Those of another subject.
        Subject = "subject",
        /// Those who meet another award of the same round.
        Award = "award",
    }
}

choice! {
    /// Within which group a quota counts.
    QuotaGroup {
        /// Each unit.
        Unit = "unit",
        /// Each block.
        Block = "block",
        /// The whole organisation.
        Organisation = "organisation",
    }
}

choice! {
    /// What becomes of a fraction of a person.
    Rounding {
        /// Left out.
        Down = "down",
        /// Counted as a whole.
        Up = "up",
        /// From one half on counted as a whole.
        Nearest = "nearest",
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
