// The Cyrillic letters of the thesaurus, each one byte in the bundle: from 128 on, in this order. Read by the build
// script and by `domain::thesaurus`.
"абвгдежзийклмнопрстуфхцчшщъыьэюяөүң"
