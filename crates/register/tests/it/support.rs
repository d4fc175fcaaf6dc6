//! A small folder of an invented school.

use phongtrao_diagnostic::FileReport;
use phongtrao_register::Register;

const FOLDER: [(&str, &str); 6] = [
    ("data.toml", "format = 1\norganisation = \"Trường Cao đẳng Sông Ngàn\"\nschool_year = \"09-05\"\nyear = \"school\"\n"),
    (
        "units.csv",
        "id,name,tree,parent,kind,from,to,successors\n\
         truong,Trường Cao đẳng Sông Ngàn,administration,,school,2010-01-01,,\n\
         khoa-cu,Khoa Cơ bản,administration,truong,faculty,2010-01-01,2024-08-31,khoa-a;khoa-b\n\
         khoa-a,Khoa Toán,administration,truong,faculty,2024-09-01,,\n\
         khoa-b,Khoa Lý,administration,truong,faculty,1/9/2024,,\n\
         to-a1,Tổ Đại số,administration,khoa-a,group,2024-09-01,,\n",
    ),
    (
        "people.csv",
        "id;name;category;sex;born\n\
         p1;Lê Thị An;official;female;12/3/1980\n\
         p2;Trần Bình;official;male;\n\
         p3;Y Krông;student;;2006-01-02\n",
    ),
    (
        "posts.csv",
        "person,unit,title,kind,from,to\n\
         p1,khoa-cu,Giảng viên,main,2011-01-01,2024-08-31\n\
         p1,khoa-a,Trưởng khoa,main,2024-09-01,\n\
         p1,to-a1,Giảng viên,concurrent,2024-09-01,\n\
         p2,to-a1,Giảng viên,,2024-09-01,\n",
    ),
    ("ratings.csv", "subject,year,scale,level\np1,2024,public-employee,excellent\np2,2024-2025,public-employee,good\n"),
    (
        "ledger.csv",
        "id,subject,honour,decision,decided_on,year,status\n\
         a1,p1,advanced-worker,12/QĐ-CĐSN,2024-07-01,2023,\n\
         a2,khoa-cu,advanced-collective,13/QĐ-CĐSN,2024-07-01,2023,in-force\n",
    ),
];

/// The folder, with files added or replaced.
pub(crate) fn folder(changes: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    let kept = FOLDER.iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.chain(changes).map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

/// The folder with changes, read.
pub(crate) fn read(changes: &[(&str, &str)]) -> (Register, Vec<FileReport>) {
    Register::read(&folder(changes))
}

/// What was found: code, file, line, and the words at the place.
pub(crate) fn found(reports: &[FileReport]) -> Vec<(&'static str, String, usize, String)> {
    let mut found = Vec::new();
    for report in reports {
        let index = phongtrao_diagnostic::LineIndex::new(&report.text);
        for finding in &report.findings {
            let span = finding.span.unwrap_or_default();
            found.push((finding.code, report.name.clone(), index.line(span.start), span.of(&report.text).to_owned()));
        }
    }
    found
}
