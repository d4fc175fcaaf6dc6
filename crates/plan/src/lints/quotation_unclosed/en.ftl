quotation-unclosed = The opening mark “{ $mark }” has no end
quotation-unclosed-help = Put the closing mark at the end of the quotation or remark.
