personal-data-identity = The number of somebody’s identity papers stands in the text
personal-data-birth = The date of birth of a named person
personal-data-account = The bank account of a named person
personal-data-phone = The private phone number of a named person
personal-data-mail = The private mail address of a named person
personal-data-origin = The ethnicity or religion of a named person
personal-data-help = Take it out of a text that goes to many; keep it in a list for those who need it, or give the office’s number or box.
