//! Words of a content stream: operands and operators, read one after the other without ever failing.

/// How deep arrays and dictionaries may stand in one another.
const DEEPEST_OPERAND: usize = 16;

/// How many operands an operator may have (a list in a map of letters has 300); what comes before so many is dropped.
const MOST_OPERANDS: usize = 4096;

/// An operand.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Operand {
    /// A number.
    Number(f32),
    /// A name without its slash.
    Name(Vec<u8>),
    /// A string.
    Bytes(Vec<u8>),
    /// An array.
    Array(Vec<Operand>),
    /// A dictionary.
    Dictionary(Vec<(Vec<u8>, Operand)>),
    /// `true`, `false`, `null`.
    Other,
}

impl Operand {
    /// As a number; zero for anything else.
    pub(crate) fn number(&self) -> f32 {
        match self {
            Operand::Number(number) => *number,
            _ => 0.0,
        }
    }
}

/// Reads a content stream operator by operator.
pub(crate) struct Content<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The operands of the operator that was read last.
    pub(crate) operands: Vec<Operand>,
}

enum Word<'a> {
    Operand(Operand),
    Operator(&'a [u8]),
    Close,
    End,
}

impl<'a> Content<'a> {
    /// The beginning of a stream.
    pub(crate) fn new(bytes: &'a [u8]) -> Content<'a> {
        Content { bytes, at: 0, operands: Vec::new() }
    }

    /// The next operator, its operands in [`Content::operands`]; `None` at the end.
    pub(crate) fn next_operator(&mut self) -> Option<&'a [u8]> {
        self.operands.clear();
        loop {
            match self.word(0) {
                Word::Operand(operand) => {
                    if self.operands.len() == MOST_OPERANDS {
                        self.operands.clear();
                    }
                    self.operands.push(operand);
                }
                Word::Operator(b"ID") => {
                    self.skip_inline_image();
                    return Some(b"EI");
                }
                Word::Operator(operator) => return Some(operator),
                Word::Close => {}
                Word::End => return None,
            }
        }
    }

    /// The operand at `index` as a number.
    pub(crate) fn number(&self, index: usize) -> f32 {
        self.operands.get(index).map_or(0.0, Operand::number)
    }

    /// The first six operands as a matrix.
    pub(crate) fn matrix(&self) -> [f32; 6] {
        std::array::from_fn(|index| self.number(index))
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    fn word(&mut self, depth: usize) -> Word<'a> {
        self.skip_space();
        let Some(byte) = self.peek() else { return Word::End };
        match byte {
            b'/' => {
                self.at += 1;
                Word::Operand(Operand::Name(self.name()))
            }
            b'(' => Word::Operand(Operand::Bytes(self.literal())),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                self.at += 2;
                Word::Operand(self.dictionary(depth))
            }
            b'<' => Word::Operand(Operand::Bytes(self.hexadecimal())),
            b'[' => {
                self.at += 1;
                Word::Operand(Operand::Array(self.sequence(depth)))
            }
            b']' | b'>' | b')' | b'{' | b'}' => {
                self.at += 1;
                Word::Close
            }
            _ => self.number_or_operator(),
        }
    }

    fn number_or_operator(&mut self) -> Word<'a> {
        let word = self.regular();
        match word {
            b"true" | b"false" | b"null" => Word::Operand(Operand::Other),
            _ => match number(word) {
                Some(number) => Word::Operand(Operand::Number(number)),
                None => Word::Operator(word),
            },
        }
    }

    fn regular(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    fn name(&mut self) -> Vec<u8> {
        let raw = self.regular();
        let mut name = Vec::with_capacity(raw.len());
        let mut rest = raw;
        while let [byte, tail @ ..] = rest {
            if let [b'#', high, low, after @ ..] = rest
                && let (Some(high), Some(low)) = (hex(*high), hex(*low))
            {
                name.push(high * 16 + low);
                rest = after;
            } else {
                name.push(*byte);
                rest = tail;
            }
        }
        name
    }

    /// What stands up to the closing bracket; what lies deeper than is allowed is passed over.
    fn sequence(&mut self, depth: usize) -> Vec<Operand> {
        let mut operands = Vec::new();
        if depth >= DEEPEST_OPERAND {
            return operands;
        }
        loop {
            match self.word(depth + 1) {
                Word::Operand(operand) => operands.push(operand),
                Word::Operator(_) => {}
                Word::Close | Word::End => return operands,
            }
        }
    }

    fn dictionary(&mut self, depth: usize) -> Operand {
        let mut entries = Vec::new();
        let mut operands = self.sequence(depth).into_iter();
        if self.peek() == Some(b'>') {
            self.at += 1;
        }
        while let (Some(key), Some(value)) = (operands.next(), operands.next()) {
            if let Operand::Name(key) = key {
                entries.push((key, value));
            }
        }
        Operand::Dictionary(entries)
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut out = Vec::new();
        let mut depth = 1;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut out);
                    continue;
                }
                _ => {}
            }
            out.push(byte);
        }
        out
    }

    fn escape(&mut self, out: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'\n' => {}
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                // Three octal digits reach 511; what is above a byte is dropped, as the format says.
                out.push((value & 0xff) as u8);
            }
            other => out.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let mut out = Vec::new();
        let mut half = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = hex(byte) else { continue };
            half = match half {
                None => Some(digit),
                Some(high) => {
                    out.push(high * 16 + digit);
                    None
                }
            };
        }
        out.extend(half.map(|high: u8| high * 16));
        out
    }

    /// The data of an inline image goes up to an `EI` that stands alone.
    fn skip_inline_image(&mut self) {
        while let Some(found) = memchr::memmem::find(&self.bytes[self.at..], b"EI") {
            let start = self.at + found;
            self.at = start + 2;
            let before = start.checked_sub(1).is_none_or(|before| is_space(self.bytes[before]));
            if before && self.peek().is_none_or(is_space) {
                return;
            }
        }
        self.at = self.bytes.len();
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// The value of a hexadecimal digit.
pub(crate) fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn number(word: &[u8]) -> Option<f32> {
    if !word.first().is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.')) {
        return None;
    }
    let word = std::str::from_utf8(word).ok()?;
    let parsed = word.parse::<f32>().ok().or_else(|| careless_number(word))?;
    parsed.is_finite().then_some(parsed)
}

/// Numbers that writers got wrong: `--5`, `1.2-3`.
fn careless_number(word: &str) -> Option<f32> {
    let digits = word.trim_start_matches(['-', '+']);
    let end = digits.find(['-', '+']).unwrap_or(digits.len());
    let value = digits[..end].parse::<f32>().ok()?;
    Some(if word.starts_with('-') { -value } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<(String, Vec<Operand>)> {
        let mut content = Content::new(bytes);
        let mut found = Vec::new();
        while let Some(operator) = content.next_operator() {
            found.push((String::from_utf8_lossy(operator).into_owned(), content.operands.clone()));
        }
        found
    }

    #[rstest::rstest]
    #[case::escapes(br"(a\(b\)\101\
c) Tj", Operand::Bytes(b"a(b)Ac".to_vec()))]
    #[case::nested_brackets(b"(a(b)c) Tj", Operand::Bytes(b"a(b)c".to_vec()))]
    #[case::odd_hexadecimal(b"<41 4> Tj", Operand::Bytes(b"A@".to_vec()))]
    #[case::array(b"[(A) -20 (B)] TJ", Operand::Array(vec![Operand::Bytes(b"A".to_vec()), Operand::Number(-20.0), Operand::Bytes(b"B".to_vec())]))]
    #[case::name(b"/F#31 Tf", Operand::Name(b"F1".to_vec()))]
    #[case::comment(b"% note\n12 w", Operand::Number(12.0))]
    #[case::careless_number(b"--5 w", Operand::Number(-5.0))]
    #[case::dictionary(b"<</A 1>> BDC", Operand::Dictionary(vec![(b"A".to_vec(), Operand::Number(1.0))]))]
    fn operands(#[case] bytes: &[u8], #[case] expected: Operand) {
        assert_eq!(read(bytes)[0].1, vec![expected]);
    }

    #[test]
    fn the_data_of_an_inline_image_is_passed_over() {
        let names: Vec<_> = read(b"BI /W 1 ID \x00(EIx\xff EI Q").into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["BI", "EI", "Q"]);
    }

    #[rstest::rstest]
    #[case(b"(never closed")]
    #[case(b"<41")]
    #[case(b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    #[case(b"<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<")]
    #[case(b"\\ ] > ) } {")]
    fn garbage_ends(#[case] bytes: &[u8]) {
        read(bytes);
    }
}
