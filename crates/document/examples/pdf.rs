use phongtrao_document::read::pdf;
fn main() {
    let b = std::fs::read(std::env::args().nth(1).unwrap()).unwrap();
    let mode = std::env::args().nth(2).unwrap_or_default();
    let out = pdf::extract(&b);
    if mode == "p" {
        print!("{}", String::from_utf8(out).unwrap());
        return;
    }
    let s = pdf::source(pdf::pages::Pages::parse(&out).unwrap());
    if mode == "t" {
        println!("{}", s.text);
        return;
    }
    fn show(b: &phongtrao_document::Block, t: &str, d: usize) {
        match b {
            phongtrao_document::Block::Line(l) => println!(
                "{}{}{}{}{} {:?}",
                " ".repeat(d),
                if l.whole { "W" } else { "." },
                if l.look.bold { "b" } else { "" },
                if l.look.italic { "i" } else { "" },
                if l.look.centred { "c" } else { "" },
                l.span.of(t)
            ),
            phongtrao_document::Block::Table(x) => {
                println!("{}TABLE", " ".repeat(d));
                for r in &x.rows {
                    println!("{} ROW", " ".repeat(d));
                    for c in &r.cells {
                        println!("{}  CELL {}", " ".repeat(d), c.columns);
                        for b in &c.blocks {
                            show(b, t, d + 4);
                        }
                    }
                }
            }
        }
    }
    for b in &s.blocks {
        show(b, &s.text, 0);
    }
    for (sp, n) in &s.noise {
        println!("NOISE {:?} {:?}", n, sp.of(&s.text));
    }
    for f in &s.findings {
        println!("FINDING {:?}", f);
    }
}
