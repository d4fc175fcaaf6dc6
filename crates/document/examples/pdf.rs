fn main(){ let b=std::fs::read(std::env::args().nth(1).unwrap()).unwrap(); let p=phongtrao_document::read::pdf::extract::extract(&b); print!("{}", String::from_utf8(p.write()).unwrap()); }
